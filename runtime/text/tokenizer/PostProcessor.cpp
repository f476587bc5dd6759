// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// TemplateProcessing, BertProcessing, RobertaProcessing; ByteLevel concerns
// offsets alone.
#include "runtime/text/tokenizer/PostProcessor.h"

using namespace weft::text;
using weft::runtime::Status;

static constexpr size_t maxParts = 64;
static constexpr size_t maxPartIds = 4096;

static bool readId(const Json &value, int32_t &id) {
  const auto *number = value.get_ptr<const uint64_t *>();
  if (!number || !value.is_number_unsigned() || *number > INT32_MAX)
    return false;
  id = static_cast<int32_t>(*number);
  return true;
}

Status PostProcessor::setParts(const Component &component,
                               std::vector<Part> newParts) {
  // The second of two would see each part of the first as a text of its own.
  if (hasTemplate) {
    component.addUnsupported("post-processor",
                             "Sequence that adds tokens twice");
    return Status();
  }
  hasTemplate = true;
  parts = std::move(newParts);
  return Status();
}

Status PostProcessor::readTemplate(const Component &component) {
  const Json *single = component.find("single");
  if (!single || !single->is_array() || single->size() > maxParts)
    return component.badField("single", "expected an array of at most ",
                              maxParts, " parts, found ",
                              single ? single->type_name() : "nothing");
  const Json *specials = component.find("special_tokens");
  std::vector<Part> found;
  for (const Json &entry : *single) {
    if (entry.is_object() && entry.find("Sequence") != entry.end()) {
      const Json &sequence = *entry.find("Sequence");
      auto id = sequence.is_object() ? sequence.find("id") : sequence.end();
      if (!sequence.is_object() || id == sequence.end() || *id != "A")
        return component.badField("single", "expected sequence A");
      found.push_back({true, {}});
      continue;
    }
    const Json *special = nullptr;
    if (entry.is_object())
      if (auto field = entry.find("SpecialToken"); field != entry.end())
        special = &*field;
    const std::string *name = nullptr;
    if (special && special->is_object())
      if (auto id = special->find("id"); id != special->end())
        name = id->get_ptr<const std::string *>();
    if (!name)
      return component.badField("single",
                                "expected a Sequence or a SpecialToken");
    const Json *ids = nullptr;
    if (specials && specials->is_object())
      if (auto token = specials->find(*name);
          token != specials->end() && token->is_object())
        if (auto field = token->find("ids"); field != token->end())
          ids = &*field;
    if (!ids || !ids->is_array() || ids->size() > maxPartIds)
      return component.badField("special_tokens", "expected at most ",
                                maxPartIds, " ids of ",
                                std::string_view(*name).substr(0, 64));
    Part part{false, {}};
    for (const Json &value : *ids)
      if (!readId(value, part.ids.emplace_back()))
        return component.badField("special_tokens",
                                  "expected ids from 0 to 2147483647, found ",
                                  value.type_name());
    found.push_back(std::move(part));
  }
  return setParts(component, std::move(found));
}

/// A token before and one behind the text.
Status PostProcessor::readFrame(const Component &component) {
  std::vector<Part> found;
  for (const char *key : {"cls", "sep"}) {
    const Json *pair = component.find(key);
    int32_t id;
    if (!pair || !pair->is_array() || pair->size() != 2 ||
        !readId((*pair)[1], id))
      return component.badField(key, "expected a token and its id");
    found.push_back({false, {id}});
  }
  found.insert(found.begin() + 1, Part{true, {}});
  return setParts(component, std::move(found));
}

Status PostProcessor::read(const Component &component) {
  if (Status status = component.check(); !status.ok())
    return status;
  std::string type = component.getType();
  if (type == "Sequence") {
    std::vector<Component> list;
    if (Status status = component.readList("processors", list); !status.ok())
      return status;
    for (const Component &part : list)
      if (Status status = read(part); !status.ok())
        return status;
    return Status();
  }
  if (type == "TemplateProcessing")
    return readTemplate(component);
  if (type == "BertProcessing" || type == "RobertaProcessing")
    return readFrame(component);
  if (type != "ByteLevel")
    component.addUnsupported("post-processor",
                             type.empty() ? "without type" : type);
  return Status();
}

void PostProcessor::apply(bool addSpecialTokens, size_t begin,
                          std::vector<int32_t> &ids) const {
  if (parts.size() == 1 && parts[0].isText)
    return;
  std::vector<int32_t> text(ids.begin() + begin, ids.end());
  ids.resize(begin);
  for (const Part &part : parts) {
    if (part.isText)
      ids.insert(ids.end(), text.begin(), text.end());
    else if (addSpecialTokens)
      ids.insert(ids.end(), part.ids.begin(), part.ids.end());
  }
}
