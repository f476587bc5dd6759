# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What type a file has: what stands around magika.

The model sees the first and the last kilobyte of a file without the white space at its outer ends, one number a byte and
256 where there is nothing, and answers with a probability for each type. Its configuration file names the types and says
how sure it has to be.
"""
import json, os
import numpy as np


class Typer:
    """Turns files into the model's input and its output into names, as the model's configuration says."""

    def __init__(self, config):
        with open(config) as file:
            facts = json.load(file)
        self.begin, self.end, self.block = facts["beg_size"], facts["end_size"], facts["block_size"]
        self.padding, self.smallest = facts["padding_token"], facts["min_file_size_for_dl"]
        self.labels = facts["target_labels_space"]
        self.thresholds, self.threshold = facts["thresholds"], facts["medium_confidence_threshold"]
        self.renamed = facts["overwrite_map"]

    def features(self, path):
        """The model's input for a file, int32[2048]; or its type at once, where a file is too small for the model."""
        size = os.path.getsize(path)
        if not size:
            return "empty"
        with open(path, "rb") as file:
            first = file.read(self.block)
            file.seek(max(0, size - self.block))
            last = file.read(self.block)
        head, tail = first.lstrip()[:self.begin], last.rstrip()[-self.end:]
        if size < self.smallest or len(head) < self.smallest:
            return self.plain(first)
        result = np.full(self.begin + self.end, self.padding, np.int32)
        result[:len(head)] = np.frombuffer(head, np.uint8)
        result[len(result) - len(tail):] = np.frombuffer(tail, np.uint8)
        return result

    def plain(self, data):
        try:
            data.decode("utf-8")
            return "txt"
        except UnicodeDecodeError:
            return "unknown"

    def name(self, probabilities, path):
        """(type, probability): the likeliest type, or plain text or unknown where the model is not sure enough."""
        best = int(np.argmax(probabilities))
        label, sure = self.labels[best], float(probabilities[best])
        if sure < self.thresholds.get(label, self.threshold):
            with open(path, "rb") as file:
                return self.plain(file.read(self.block)), sure
        return self.renamed.get(label, label), sure
