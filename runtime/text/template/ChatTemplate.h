// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Chat templates: how a conversation becomes the text that a model was trained
// on. Models are published with one in Jinja2's language.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_CHATTEMPLATE_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_CHATTEMPLATE_H

#include "runtime/program/Status.h"
#include "runtime/text/template/RenderLimits.h"

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace weft::text {

using runtime::Status;

struct RenderOptions {
  RenderLimits limits;
  /// What strftime_now takes for now, in seconds since 1970; the clock if
  /// absent.
  std::optional<int64_t> nowSeconds;
};

/// A template as transformers runs it: Jinja2 3.1 in its immutable sandbox with
/// trim_blocks and lstrip_blocks, loop controls, {% generation %},
/// raise_exception, strftime_now, and a tojson that is json.dumps. Of Jinja2
/// this leaves out what reads other files (include, import, extends, block),
/// autoescape, trans, do, and the filters filesizeformat, pprint, random,
/// striptags, urlencode, urlize, wordwrap and xmlattr. Integers have 64 bits,
/// keys of dicts are scalars, upper and lower case are known of Latin, Greek,
/// Cyrillic and Armenian letters.
///
/// A parsed template does not change: any thread may render it at any time.
class ChatTemplate {
public:
  /// INVALID_ARGUMENT with the line for a syntax that is not supported, an
  /// unknown filter or test, and a source of more than 1 MiB.
  static Status parse(std::string_view source,
                      std::unique_ptr<ChatTemplate> &chatTemplate);
  ~ChatTemplate();

  /// Renders with the members of the object `variables`: messages,
  /// add_generation_prompt, bos_token, eos_token and whatever else the template
  /// asks for. What is missing is undefined, which is not the same as null:
  /// transformers hands over tools and documents as null if there are none, and
  /// templates rely on it.
  ///
  /// MODEL_FAILURE if the template refuses the conversation (raise_exception),
  /// INVALID_ARGUMENT for errors in the template or the variables and for
  /// exceeded limits; each with the line. `text` is empty then.
  Status render(const nlohmann::ordered_json &variables, std::string &text,
                const RenderOptions &options = {}) const;

private:
  struct Tree;
  ChatTemplate();
  std::unique_ptr<Tree> tree;
};

} // namespace weft::text

#endif
