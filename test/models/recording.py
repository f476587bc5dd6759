# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""silero-vad over a real recording, its memory kept from window to window: the same speech as ONNX Runtime finds.

The recording is all spoken files of Debian's alsa-utils one after the other, with pauses, and noise among them.
"""
import sys
from pathlib import Path
import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "examples" / "demo"))
import speech
from agree import call_weft, open_onnxruntime
from fetch import Unavailable

SOUNDS = Path("/usr/share/sounds/alsa")
PAUSE = 0.5  # seconds
# A probability may be off by this much after hundreds of steps of a recurrent net, each exact to single precision.
PROBABILITY_LIMIT = 1e-3


def joined_recording():
    """Samples at 16 kHz."""
    files = sorted(SOUNDS.glob("*.wav"))
    if not files:
        raise Unavailable(f"no recording in {SOUNDS}: install alsa-utils")
    pause = np.zeros(int(PAUSE * speech.RATE), np.float32)
    return np.concatenate([part for file in files for part in (speech.resample(*speech.read_wav(file)), pause)])


def model_inputs(inputs, window):
    """What a silero-vad file is given beside its state: one knows its rate, another is told."""
    return {"input": window, **({"sr": np.array(speech.RATE, np.int64)} if "sr" in inputs else {})}


def listen_onnxruntime(path, samples):
    """The probabilities of all windows; the state is handed back by hand."""
    session = open_onnxruntime(path, threads=1)
    inputs = [entry.name for entry in session.get_inputs()]
    state, probabilities = speech.silence(), []
    for window in speech.windows(samples):
        probability, state = session.run(None, {**model_inputs(inputs, window), "state": state})
        probabilities.append(probability.item())
    return probabilities


def listen_weft(module, inputs, samples):
    """The probabilities of all windows; the state stays in the session."""
    import weft
    session = weft.load(module).session()
    session.set_state("state", speech.silence())
    return [session.run(model_inputs(inputs, window))["output"].item() for window in speech.windows(samples)]


def check(weft_binary, path, folder):
    """Compiles a silero-vad file so that sessions keep its state; returns (agrees, one line) against ONNX Runtime."""
    module = Path(folder) / "recording.wm"
    call_weft(weft_binary, "compile", path, "-o", module, "--state", speech.STATE)
    samples = joined_recording()
    duration = len(samples) / speech.RATE
    expected = listen_onnxruntime(path, samples)
    found = listen_weft(module, [entry.name for entry in open_onnxruntime(path).get_inputs()], samples)
    worst = float(np.abs(np.array(found) - np.array(expected)).max())
    wanted, got = speech.segments(expected, duration), speech.segments(found, duration)
    if not wanted:
        return False, "onnxruntime finds no speech: the recording proves nothing"
    if got != wanted:
        return False, f"{len(got)} segments {got}, onnxruntime finds {len(wanted)}: {wanted}"
    return worst <= PROBABILITY_LIMIT, f"{len(got)} segments in {duration:.1f} s, probabilities within {worst:.1e}"
