# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The demonstration's signal processing against closed forms: sines resampled, WAV files written here, known segments."""
import struct, sys, tempfile, unittest, wave
from pathlib import Path
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "examples" / "demo"))
import speech


def sine(frequency, rate):
    return np.sin(2 * np.pi * frequency * np.arange(rate) / rate).astype(np.float32)


class Resample(unittest.TestCase):
    def test_keeps_speech(self):
        for rate in (8000, 22050, 44100, 48000):
            found = speech.resample(sine(1000, rate), rate)
            self.assertEqual(len(found), speech.RATE)
            np.testing.assert_allclose(found[400:-400], sine(1000, speech.RATE)[400:-400], atol=1e-4)

    def test_does_not_fold_back(self):
        found = speech.resample(sine(9000, 48000), 48000)
        self.assertLess(np.abs(found[400:-400]).max(), 1e-4)

    def test_leaves_the_wanted_rate_alone(self):
        samples = sine(440, speech.RATE)
        self.assertIs(speech.resample(samples, speech.RATE), samples)


class Wav(unittest.TestCase):
    def read(self, width, channels, data):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.wav"
            with wave.open(str(path), "wb") as file:
                file.setsampwidth(width)
                file.setnchannels(channels)
                file.setframerate(8000)
                file.writeframes(data)
            return speech.read_wav(path)

    def test_widths(self):
        for width, data in ((1, bytes([128, 192, 0])), (2, struct.pack("<3h", 0, 16384, -32768)), (4, struct.pack("<3i", 0, 1 << 30, -(1 << 31)))):
            samples, rate = self.read(width, 1, data)
            np.testing.assert_array_equal(samples, np.array([0, 0.5, -1], np.float32))
            self.assertEqual(rate, 8000)

    def test_channels_become_their_mean(self):
        samples, _ = self.read(2, 2, struct.pack("<4h", 16384, 0, -16384, -16384))
        np.testing.assert_array_equal(samples, np.array([0.25, -0.5], np.float32))

    def test_refuses_three_bytes(self):
        with self.assertRaisesRegex(ValueError, "samples of 3 bytes, expected 1, 2 or 4"):
            self.read(3, 1, bytes(6))


class Windows(unittest.TestCase):
    def test_overlap_and_end(self):
        samples = np.arange(1, 1200, dtype=np.float32)
        found = list(speech.windows(samples))
        self.assertEqual([window.shape for window in found], [(1, 576)] * 3)
        np.testing.assert_array_equal(found[0][0, :64], np.zeros(64))
        np.testing.assert_array_equal(found[1][0], np.arange(449, 1025))
        np.testing.assert_array_equal(found[2][0, 64:64 + 175], np.arange(1025, 1200))
        self.assertFalse(found[2][0, 64 + 175:].any())


class Segments(unittest.TestCase):
    step = speech.WINDOW / speech.RATE

    def test_hysteresis_joins_over_a_short_dip(self):
        found = speech.segments([0.1] * 5 + [0.9] * 10 + [0.4] * 10 + [0.1] * 2 + [0.9] * 10 + [0.1] * 20, 57 * self.step)
        self.assertEqual(len(found), 1)
        np.testing.assert_allclose(found[0], (5 * self.step - speech.MARGIN, 37 * self.step + speech.MARGIN))

    def test_a_pause_parts_and_a_burst_is_dropped(self):
        found = speech.segments([0.9] * 10 + [0.1] * 10 + [0.9] * 2 + [0.1] * 10 + [0.9] * 10, 42 * self.step)
        self.assertEqual(len(found), 2)
        self.assertEqual((found[0][0], found[1][1]), (0.0, 42 * self.step))

    def test_silence(self):
        self.assertEqual(speech.segments([0.49] * 100, 100 * self.step), [])


if __name__ == "__main__":
    unittest.main()
