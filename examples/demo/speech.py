# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Where somebody speaks in a recording: what stands around silero-vad.

The model hears windows of 32 ms at 16 kHz, each with the last 4 ms of the one before, and remembers in its state what came
earlier. It answers with the probability of speech; hysteresis makes segments of that.
"""
import wave
import numpy as np

RATE = 16000
WINDOW, CONTEXT = 512, 64  # samples
STATE = "state=stateN"  # the model's input that a session keeps, and the output that it becomes
BEGINS, ENDS = 0.5, 0.35  # probabilities
SHORTEST_SPEECH, SHORTEST_PAUSE, MARGIN = 0.25, 0.1, 0.03  # seconds


def read_wav(path):
    """Returns (samples as f32 in -1..1, samples a second) of a PCM file; several channels become their mean."""
    with wave.open(str(path)) as file:
        width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
        data = file.readframes(file.getnframes())
    if width == 1:  # the one width that WAV stores unsigned
        samples = (np.frombuffer(data, np.uint8).astype(np.float64) - 128) / 128
    elif width in (2, 4):
        samples = np.frombuffer(data, f"<i{width}") / float(1 << (8 * width - 1))
    else:
        raise ValueError(f"{path}: samples of {width} bytes, expected 1, 2 or 4")
    return samples.reshape(-1, channels).mean(axis=1).astype(np.float32), rate


def resample(samples, rate, wanted=RATE, lobes=16):
    """Band-limited resampling: each new sample is a Kaiser-windowed sinc over its neighbours.

    The filter passes what lies below nine tenths of the lower Nyquist frequency, so that nothing folds back into speech.
    """
    if rate == wanted:
        return samples
    band = 0.9 * min(1.0, wanted / rate)
    half = int(np.ceil(lobes / band))
    count = len(samples) * wanted // rate
    centre = np.arange(count) * (rate / wanted)
    nearest = np.floor(centre).astype(np.int64)
    offset = np.arange(-half, half + 1)
    distance = nearest[:, None] + offset - centre[:, None]
    window = np.i0(8.6 * np.sqrt(np.maximum(0, 1 - (distance / (half + 1)) ** 2))) / np.i0(8.6)
    padded = np.pad(samples, (half, half + 1))
    taken = padded[nearest[:, None] + offset + half]
    return (taken * (band * np.sinc(band * distance) * window)).sum(axis=1).astype(np.float32)


def silence():
    """The state of a model that has heard nothing."""
    return np.zeros((2, 1, 128), np.float32)


def windows(samples):
    """Yields the model's inputs, [1, 576]; the last window is filled up with silence."""
    padded = np.pad(samples, (CONTEXT, -len(samples) % WINDOW))
    for start in range(0, len(samples), WINDOW):
        yield padded[None, start:start + CONTEXT + WINDOW]


def segments(probabilities, duration):
    """Turns a probability a window into [(begin, end)] in seconds.

    Speech begins above BEGINS and ends when it has been below ENDS for a pause; short bursts are dropped, margins added.
    """
    step = WINDOW / RATE
    found, begin, quiet_since = [], None, None
    for index, probability in enumerate(probabilities):
        time = index * step
        if probability >= BEGINS:
            begin, quiet_since = time if begin is None else begin, None
        elif begin is not None and probability < ENDS:
            quiet_since = time if quiet_since is None else quiet_since
            if time - quiet_since >= SHORTEST_PAUSE:
                found.append((begin, quiet_since))
                begin = quiet_since = None
    if begin is not None:
        found.append((begin, duration if quiet_since is None else quiet_since))
    return [(max(0.0, b - MARGIN), min(duration, e + MARGIN)) for b, e in found if e - b >= SHORTEST_SPEECH]
