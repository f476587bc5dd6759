// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tokenizers for tests that compare them with others.
//
//   weft-tokenize TOKENIZER.json            texts on standard input, each a line
//                                           with its number of bytes, then these
//   weft-tokenize TOKENIZER.json --time     one text, encoded line by line and as
//                                           a whole
//
// For each text there are three answers of the same form: its ids without
// special tokens, and the text of its ids with special tokens, which are then
// shown and skipped. A text that cannot be encoded has one answer, that begins
// with "error: ".

#include "runtime/text/tokenizer/StreamDecoder.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

using namespace weft::text;

static bool readAll(FILE *file, std::string &text) {
  char piece[65536];
  for (size_t read; (read = fread(piece, 1, sizeof(piece), file)) > 0;)
    text.append(piece, read);
  return !ferror(file);
}

static int fail(const std::string &text) {
  fprintf(stderr, "error: %s\n", text.c_str());
  return 1;
}

static void answer(const std::string &text) {
  printf("%zu\n", text.size());
  fwrite(text.data(), 1, text.size(), stdout);
}

/// Decodes `ids`, in a stream and at once, and stops if that differs.
static std::string decode(const Tokenizer &tokenizer,
                          const std::vector<int32_t> &ids, bool skip) {
  StreamDecoder stream(tokenizer, skip);
  std::string streamed;
  for (int32_t id : ids)
    streamed += stream.add(id);
  streamed += stream.finish();
  if (streamed != tokenizer.decode(ids, skip)) {
    fail("a stream decodes to another text");
    exit(1);
  }
  return streamed;
}

static void answerText(const Tokenizer &tokenizer, std::string_view text) {
  std::vector<int32_t> plain, ids;
  Status status = tokenizer.encode(text, /*addSpecialTokens=*/false, plain);
  if (status.ok())
    status = tokenizer.encode(text, /*addSpecialTokens=*/true, ids);
  if (!status.ok()) {
    answer("error: " + status.getMessage());
    return;
  }
  std::string list;
  for (int32_t id : plain)
    list += (list.empty() ? "" : " ") + std::to_string(id);
  answer(list);
  answer(decode(tokenizer, ids, /*skip=*/false));
  answer(decode(tokenizer, ids, /*skip=*/true));
}

static int answerTexts(const Tokenizer &tokenizer, std::string_view input) {
  while (!input.empty()) {
    size_t end = input.find('\n');
    if (end == std::string_view::npos)
      return fail("expected a line with a number of bytes");
    size_t size =
        strtoull(std::string(input.substr(0, end)).c_str(), nullptr, 10);
    input.remove_prefix(end + 1);
    if (size > input.size())
      return fail("expected as many bytes as announced");
    answerText(tokenizer, input.substr(0, size));
    input.remove_prefix(size);
  }
  return 0;
}

/// What this thread has had of a processor; other programs do not count.
static double getProcessorSeconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + now.tv_nsec / 1e9;
}

template <typename Work>
static void measure(const char *what, size_t sizeBytes, Work work) {
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    double begin = getProcessorSeconds();
    work();
    best = std::min(best, getProcessorSeconds() - begin);
  }
  printf("%s: %.1f MB/s\n", what, static_cast<double>(sizeBytes) / best / 1e6);
}

static int measureText(const Tokenizer &tokenizer, std::string_view text) {
  std::vector<int32_t> ids;
  Status status;
  measure("lines", text.size(), [&] {
    for (size_t at = 0; at < text.size() && status.ok();) {
      size_t end = std::min(text.find('\n', at), text.size());
      ids.clear();
      status = tokenizer.encode(text.substr(at, end - at), true, ids);
      at = end + 1;
    }
  });
  if (status.ok())
    measure("whole", text.size(), [&] {
      ids.clear();
      status = tokenizer.encode(text, true, ids);
    });
  if (!status.ok())
    return fail(status.getMessage());
  measure("decode", text.size(), [&] { tokenizer.decode(ids, true); });
  printf("%zu ids of %zu bytes\n", ids.size(), text.size());
  return 0;
}

int main(int argc, char **argv) {
  if (argc < 2 || argc > 3 || (argc == 3 && strcmp(argv[2], "--time")))
    return fail("expected TOKENIZER.json [--time]");
  FILE *file = fopen(argv[1], "rb");
  std::string json, input;
  bool isRead = file && readAll(file, json) && readAll(stdin, input);
  if (file)
    fclose(file);
  if (!isRead)
    return fail("cannot read " + std::string(argv[1]) + " or standard input");
  std::unique_ptr<Tokenizer> tokenizer;
  double begin = getProcessorSeconds();
  if (Status status = Tokenizer::parse(json, tokenizer); !status.ok())
    return fail(status.getMessage());
  if (argc == 2)
    return answerTexts(*tokenizer, input);
  double seconds = getProcessorSeconds() - begin;
  printf("%zu tokens loaded in %.0f ms\n", tokenizer->getVocabularySize(),
         seconds * 1e3);
  return measureText(*tokenizer, input);
}
