# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the chat templates are rendered with: variables as transformers hands them over."""

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The weather of a place, now & later: <b>temperature</b> in °C.",
        "parameters": {
            "type": "object",
            "properties": {
                "place": {"type": "string", "description": "A town, such as \"Köln\""},
                "unit": {"type": "string", "enum": ["celsius", "fahrenheit"], "default": "celsius"},
                "days": {"type": "integer", "minimum": 0, "maximum": 1.5e300},
            },
            "required": ["place"],
        },
    },
}
SEARCH = {
    "type": "function",
    "function": {
        "name": "search",
        "description": "Finds documents.",
        "parameters": {
            "type": "object",
            "properties": {
                "words": {"type": "array", "items": {"type": "string"}, "description": "all of them"},
                "where": {"type": "object", "properties": {"site": {"type": "string"}, "depth": {"type": ["integer", "null"]}},
                          "required": ["site"]},
                "mode": {"oneOf": [{"type": "string", "enum": ["a", "b"]}, {"type": "number"}]},
            },
            "required": ["words", "where"],
        },
    },
}
NOTHING = {"type": "function", "function": {"name": "now", "description": "The time.", "parameters": {"type": "object", "properties": {}}}}


def call(name, arguments, identifier="abcDEF123"):
    return {"id": identifier, "type": "function", "function": {"name": name, "arguments": arguments}}


USER = {"role": "user", "content": "What is 2 + 2?"}
ANSWER = {"role": "assistant", "content": "  It is 4.\n"}
SYSTEM = {"role": "system", "content": " You answer briefly.\n"}
PARTS = {"role": "user", "content": [{"type": "text", "text": " Look at this: "}, {"type": "image", "image": "x.png"}, {"type": "text", "text": "and say\n"}]}
TOOL_TALK = [
    SYSTEM,
    {"role": "user", "content": "Weather in Köln?"},
    {"role": "assistant", "content": None, "tool_calls": [call("get_weather", {"place": "Köln", "days": 2, "exact": True, "note": None})]},
    {"role": "tool", "name": "get_weather", "tool_call_id": "abcDEF123", "content": "{\"celsius\": 21.5}"},
    {"role": "assistant", "content": "It is 21.5 °C."},
]

MESSAGES = {
    "one": [USER],
    "talk": [USER, ANSWER, {"role": "user", "content": "Sure?"}],
    "system": [SYSTEM, USER],
    "system-talk": [SYSTEM, USER, ANSWER, {"role": "user", "content": "\u00a0\u3000Ünïcödé, 日本語, emoji 🎉 \u2028\n"}],
    "answered": [USER, ANSWER],
    "empty-system": [{"role": "system", "content": ""}, USER],
    "line-ends": [{"role": "user", "content": "a\r\n\r\nb\n\n\nc\td\\n'quoted' \"twice\" {{ no }} {% tag %}"}, ANSWER],
    "thinking": [USER, {"role": "assistant", "content": "<think>\nTwo and two.\n</think>\n\n4"}, {"role": "user", "content": "Why?"},
                 {"role": "assistant", "content": "<think>\nHm.\n</think>\n\nBecause."}],
    "reasoning": [USER, {"role": "assistant", "content": "4", "reasoning_content": "\nTwo and two.\n"}],
    "wrong-order": [USER, USER],
    "begins-wrongly": [ANSWER, USER],
    "unknown-role": [USER, {"role": "narrator", "content": "They think."}],
    "parts": [SYSTEM, PARTS],
    "no-content": [USER, {"role": "assistant"}],
    "tools": TOOL_TALK,
    "tools-open": TOOL_TALK[:4],
    "tools-two": [
        USER,
        {"role": "assistant", "content": "Let me see.", "tool_calls": [call("search", {"words": ["x", "é"], "where": {"site": "a/b"}}),
                                                                       call("now", {}, "123456789")]},
        {"role": "tool", "tool_call_id": "abcDEF123", "content": "first"},
        {"role": "tool", "tool_call_id": "123456789", "content": "second"},
        {"role": "user", "content": "Thanks"},
    ],
    "tools-text-arguments": [USER, {"role": "assistant", "content": "", "tool_calls": [call("now", "{\"a\": 1}")]},
                             {"role": "tool", "tool_call_id": "abcDEF123", "content": {"hour": 12, "minute": 5.0}}],
    "none": [],
}

COMMON = {"bos_token": "<s>", "eos_token": "</s>"}

SETTINGS = {
    "prompt": {"add_generation_prompt": True, "tools": None, "documents": None},
    "no-prompt": {"add_generation_prompt": False, "tools": None, "documents": None},
    "bare": {},
    "tools": {"add_generation_prompt": True, "tools": [WEATHER, SEARCH, NOTHING], "documents": None},
    "switches": {"add_generation_prompt": True, "tools": None, "enable_thinking": False, "thinking": True, "builtin_tools": ["now", "code_interpreter"],
                 "tools_in_user_message": False, "date_string": "1 May 2025", "add_vision_id": True, "skip_think": False,
                 "documents": [{"doc_id": 1, "text": "A text."}], "controls": {"citations": True, "length": "short"}, "contexts": [" a ", "b"],
                 "reasoning_effort": "high"},
}
