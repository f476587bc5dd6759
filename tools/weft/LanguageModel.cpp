// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See LanguageModel.h.

#include "tools/weft/LanguageModel.h"
#include "lib/Import/Lora/AttachLora.h"
#include "lib/Import/Model/ModelAssets.h"
#include "llvm/Support/JSON.h"

using namespace weft;
using llvm::StringRef;

/// Tokens that are read at a time: longer pieces are no faster, and their temporaries grow with them.
static constexpr size_t kPieceTokens = 512;

static ExitStatus check(WeftStatus status, const char *message) {
  if (status == WEFT_STATUS_OK)
    return ExitStatus::Done;
  return reportError(status == WEFT_STATUS_INTERNAL ? ExitStatus::Internal
                                                    : ExitStatus::BadInput,
                     message);
}

bool weft::isLanguageModel(const WeftProgram *program) {
  for (const char *name : {"prefill", "decode", "evaluate"})
    if (weft_program_find_function(program, name) < 0)
      return false;
  return true;
}

bool weft::isLanguageModule(StringRef path) {
  WeftProgram *program = nullptr;
  bool isOne = weft_program_open(path.str().c_str(), nullptr, &program) ==
                   WEFT_STATUS_OK &&
               isLanguageModel(program);
  weft_program_destroy(program);
  return isOne;
}

bool weft::isLanguageModel(mlir::ModuleOp module) {
  return llvm::all_of(
      llvm::ArrayRef<StringRef>{"prefill", "decode", "evaluate"},
      [&](StringRef name) {
        return module.lookupSymbol<FuncOp>(name) != nullptr;
      });
}

LanguageModel::~LanguageModel() {
  for (WeftCall *call : {prefill, decode, evaluation})
    weft_call_destroy(call);
  weft_profile_destroy(profile);
  weft_session_destroy(session);
  weft_program_destroy(program);
}

ExitStatus LanguageModel::openProgram(StringRef path, int threads) {
  WeftProgramOptions options = WEFT_PROGRAM_OPTIONS_INIT;
  options.threads = threads;
  options.codeDirectory =
      codeDirectory.empty() ? nullptr : codeDirectory.c_str();
  llvm::Expected<ModelFormat> format = detectModelFormat(path);
  if (!format)
    return reportError(ExitStatus::BadInput, format.takeError());
  if (*format == ModelFormat::Module)
    return check(weft_program_open(path.str().c_str(), &options, &program),
                 weft_program_error(program));
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = model.compileToMemory(memory);
      status != ExitStatus::Done)
    return status;
  compileSeconds = model.getCompileSeconds();
  return check(weft_program_open_memory(memory->getBytes().data(),
                                        memory->getSizeBytes(), &options,
                                        &program),
               weft_program_error(program));
}

ExitStatus LanguageModel::open(StringRef path, int threads) {
  if (ExitStatus status = openProgram(path, threads);
      status != ExitStatus::Done)
    return status;
  if (!isLanguageModel(program))
    return reportError(ExitStatus::BadInput,
                       path + ": expected a language model, which has the "
                              "functions prefill, decode and evaluate");
  if (ExitStatus status = check(weft_session_create(program, &session),
                                weft_session_error(session));
      status != ExitStatus::Done)
    return status;
  for (auto [name, call] :
       {std::pair("prefill", &prefill), std::pair("decode", &decode),
        std::pair("evaluate", &evaluation)})
    if (ExitStatus status = check(weft_call_create(session, name, call),
                                  weft_call_error(*call));
        status != ExitStatus::Done)
      return status;
  WeftTensorInfo logits = WEFT_TENSOR_INFO_INIT;
  weft_program_output(program, weft_program_find_function(program, "decode"), 0,
                      &logits);
  if (logits.rank != 2 || logits.dims[1] < 1 || logits.dtype != WEFT_DTYPE_F32)
    return reportError(ExitStatus::BadInput,
                       path + ": expected f32 logits [1, vocabulary] of the "
                              "function decode");
  vocabulary = logits.dims[1];
  return ExitStatus::Done;
}

ExitStatus LanguageModel::startProfile() {
  if (ExitStatus status = check(weft_profile_create(program, &profile),
                                "cannot create a profile");
      status != ExitStatus::Done)
    return status;
  for (WeftCall *call : {prefill, decode, evaluation})
    if (ExitStatus status =
            check(weft_call_set_profile(call, profile), weft_call_error(call));
        status != ExitStatus::Done)
      return status;
  return ExitStatus::Done;
}

ExitStatus LanguageModel::writeProfile(StringRef path) {
  return check(weft_profile_write(profile, path.str().c_str()),
               weft_profile_error(profile));
}

StringRef LanguageModel::getAsset(StringRef name) const {
  size_t size = 0;
  const void *bytes = weft_program_asset(program, name.str().c_str(), &size);
  return bytes ? StringRef(static_cast<const char *>(bytes), size)
               : StringRef();
}

StringRef LanguageModel::getChatTemplate() const {
  return getAsset(kChatTemplateAsset);
}

static GenerationSettings parseSettings(StringRef text) {
  GenerationSettings settings;
  llvm::Expected<llvm::json::Value> json = llvm::json::parse(text);
  if (!json) {
    llvm::consumeError(json.takeError());
    return settings;
  }
  const llvm::json::Object *object = json->getAsObject();
  if (!object)
    return settings;
  auto add = [&](const llvm::json::Value &id) {
    if (std::optional<int64_t> number = id.getAsInteger())
      settings.ends.insert(static_cast<int32_t>(*number));
  };
  if (const llvm::json::Value *ends = object->get("eos_token_id")) {
    if (const llvm::json::Array *list = ends->getAsArray())
      llvm::for_each(*list, add);
    else
      add(*ends);
  }
  settings.bosToken = object->getString("bos_token").value_or("").str();
  settings.eosToken = object->getString("eos_token").value_or("").str();
  settings.context = object->getInteger("max_position_embeddings").value_or(0);
  return settings;
}

ExitStatus LanguageModel::readText() {
  StringRef json = getAsset(kTokenizerAsset);
  if (json.empty())
    return reportError(ExitStatus::BadInput,
                       "the model carries no tokenizer: convert it from a file "
                       "that has one, or give tokens");
  if (text::Status status = text::Tokenizer::parse(
          std::string_view(json.data(), json.size()), tokenizer);
      !status.ok())
    return reportError(ExitStatus::BadInput,
                       "tokenizer: " + status.getMessage());
  readSettings();
  return ExitStatus::Done;
}

void LanguageModel::readSettings() {
  settings = parseSettings(getAsset(kGenerationAsset));
}

/// The names of the adapters beside a program's weights.
static llvm::SmallVector<StringRef> findAdapters(const WeftProgram *program) {
  llvm::SmallVector<StringRef> names;
  for (int32_t i = 0; i < weft_program_state_count(program); ++i) {
    WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
    weft_program_state(program, i, &info);
    StringRef name = info.name;
    if (name.consume_front(kLoraStatePrefix))
      names.push_back(name);
  }
  return names;
}

ExitStatus LanguageModel::scaleAdapter(StringRef name, float factor) {
  llvm::SmallVector<StringRef> names = findAdapters(program);
  if (!llvm::is_contained(names, name))
    return reportError(
        ExitStatus::BadInput,
        "expected the name of an adapter beside the model's weights, found '" +
            name + "': " +
            (names.empty() ? "compile it with --lora-beside"
                           : "it has " + llvm::join(names, ", ")));
  std::string state = (kLoraStatePrefix + name).str();
  float change = factor - 1;
  WeftTensor value = WEFT_TENSOR_INIT;
  value.data = &change;
  value.sizeBytes = sizeof(change);
  value.dtype = WEFT_DTYPE_F32;
  return check(weft_session_set_state(session, state.c_str(), &value),
               weft_session_error(session));
}

ExitStatus LanguageModel::reset() {
  length = 0;
  return check(weft_session_reset(session), weft_session_error(session));
}

ExitStatus LanguageModel::run(WeftCall *call, std::span<const int32_t> tokens,
                              std::span<const float> &logits) {
  std::vector<int64_t> ids(tokens.begin(), tokens.end());
  int64_t count = static_cast<int64_t>(ids.size());
  WeftTensor input = WEFT_TENSOR_INIT;
  input.data = ids.data();
  input.sizeBytes = ids.size() * sizeof(int64_t);
  input.dims = &count;
  input.rank = 1;
  input.dtype = WEFT_DTYPE_I64;
  WeftStatus status = weft_call_set_input(call, "tokens", &input);
  if (status == WEFT_STATUS_OK)
    status = weft_call_run(call);
  WeftTensor output = WEFT_TENSOR_INIT;
  if (status == WEFT_STATUS_OK)
    status = weft_call_get_output(call, "logits", &output);
  if (status != WEFT_STATUS_OK)
    return check(status, weft_call_error(call));
  logits = {static_cast<const float *>(output.data),
            static_cast<size_t>(output.dims[0] * output.dims[1])};
  length += count;
  return ExitStatus::Done;
}

ExitStatus LanguageModel::checkRequest(int64_t prompt, int64_t generated) {
  readSettings();
  if (settings.context <= 0 || prompt + generated <= settings.context)
    return ExitStatus::Done;
  return reportError(
      ExitStatus::BadInput,
      "expected --prompt-tokens and --generate of at most the " +
          llvm::Twine(settings.context) +
          " tokens together that the model was made for, found " +
          llvm::Twine(prompt + generated));
}

ExitStatus LanguageModel::read(std::span<const int32_t> tokens,
                               std::span<const float> &logits) {
  while (!tokens.empty()) {
    std::span<const int32_t> piece =
        tokens.first(std::min(tokens.size(), kPieceTokens));
    if (ExitStatus status =
            run(piece.size() == 1 ? decode : prefill, piece, logits);
        status != ExitStatus::Done)
      return status;
    tokens = tokens.subspan(piece.size());
  }
  return ExitStatus::Done;
}

ExitStatus LanguageModel::evaluate(std::span<const int32_t> tokens,
                                   std::span<const float> &logits) {
  return run(evaluation, tokens, logits);
}
