# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Models that must be refused, each with one message that names what is wrong."""
import os
import re
import resource
import shutil
import subprocess


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))


class Refusals:
    def __init__(self, folder):
        self.folder, self.cases = folder, []
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder + "/models")

    def case(self, message, data, name=None):
        """A file that must be refused with a message that matches."""
        path = f"{self.folder}/models/{name or len(self.cases)}.onnx"
        with open(path, "wb") as file:
            file.write(data if isinstance(data, bytes) else data.SerializeToString())
        self.cases.append((path, message))

    def count_failures(self, importer):
        """Imports each file in a process of its own, within bounds of time and memory."""
        faults = [find_fault(importer, *case) for case in self.cases]
        return self.report([fault for fault in faults if fault])

    def count_failures_together(self, program):
        """Imports all files in one process."""
        run = subprocess.run([program, "--refuse", *(path for path, _ in self.cases)], capture_output=True, text=True, errors="replace", timeout=600)
        results = re.split("^== ", run.stdout, flags=re.M)[1:]
        faults = []
        for (path, message), result in zip(self.cases, results):
            head, text = result.split("\n", 1)
            if head != f"{path}: 1" or not re.search(message, text):
                faults.append(f"{head} messages, expected: {message}\n{text}")
        if len(results) != len(self.cases):
            faults.append(f"the program ended after {len(results)} files, with status {run.returncode}: {run.stderr[-2000:]}")
        return self.report(faults)

    def report(self, faults):
        print("\n".join(faults))
        print(f"{len(self.cases)} models to refuse, {len(faults)} without their message")
        return len(faults)


def find_fault(importer, path, message):
    """What is wrong with a refusal; empty if nothing is."""
    limited = None if "ASAN_OPTIONS" in os.environ else limit
    try:
        run = subprocess.run([importer, "--import-onnx", path], capture_output=True, text=True, errors="replace", timeout=120, preexec_fn=limited)
    except subprocess.TimeoutExpired:
        return f"{path}: still running after 120 s; expected: {message}"
    errors = run.stderr.count("error: ")
    if run.returncode == 1 and errors == 1 and path in run.stderr and re.search(message, run.stderr):
        return ""
    return f"{path}: status {run.returncode}, {errors} errors, expected: {message}\n{run.stderr[:2000]}"
