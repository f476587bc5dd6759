# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Independent definitions of what the ops compute, for generate.py: exact integers, double precision, plain loops."""
import itertools
import math

import ml_dtypes
import numpy as np


def is_float(dtype):
    return np.issubdtype(dtype, np.floating) or dtype == ml_dtypes.bfloat16


def wide(x):
    """Floats in double precision, integers as Python's own."""
    return x.astype(np.float64) if is_float(x.dtype) else x.astype(object)


def wrap(value, dtype):
    bits = np.iinfo(dtype).bits
    value = int(value) & ((1 << bits) - 1)
    return value - (1 << bits) if np.issubdtype(dtype, np.signedinteger) and value >> (bits - 1) else value


def narrow(x, dtype):
    """The reverse of wide(): rounded once or wrapped."""
    if is_float(dtype):
        with np.errstate(all="ignore"):
            return np.asarray(x, np.float64).astype(dtype)
    flat = [wrap(v, dtype) for v in np.asarray(x, object).ravel()]
    return np.array(flat, dtype).reshape(np.shape(x))


# Elementwise

UNARY = {
    "neg": np.negative, "abs": np.abs, "sign": np.sign, "ceil": np.ceil, "floor": np.floor, "round": np.rint, "sqrt": np.sqrt,
    "rsqrt": lambda x: 1 / np.sqrt(x), "exp": np.exp, "expm1": np.expm1, "log": np.log, "log1p": np.log1p, "sin": np.sin, "cos": np.cos,
    "tan": np.tan, "asin": np.arcsin, "acos": np.arccos, "atan": np.arctan, "sinh": np.sinh, "cosh": np.cosh, "tanh": np.tanh,
    "asinh": np.arcsinh, "acosh": np.arccosh, "atanh": np.arctanh, "erf": np.vectorize(math.erf), "logistic": lambda x: 1 / (1 + np.exp(-x)),
}


def int_unary(op, x):
    function = {"neg": lambda v: -v, "abs": abs, "sign": lambda v: (v > 0) - (v < 0), "not": lambda v: ~v}[op]
    return np.array([wrap(function(int(v)), x.dtype) for v in x], x.dtype)


BINARY_FLOAT = {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "div": lambda a, b: np.float64(a) / np.float64(b), "rem": np.fmod, "mod": np.mod,
    "pow": lambda a, b: np.power(np.float64(a), np.float64(b)), "max": np.maximum, "min": np.minimum,
}


def truncated(a, b):
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


def int_pow(a, b, dtype):
    if b >= 0:
        return pow(a, b, 1 << 64)
    return 0 if a == 0 else truncated(1, a ** -b)


def bits(dtype):
    return np.iinfo(dtype).bits


BINARY_INT = {
    "add": lambda a, b, t: a + b, "sub": lambda a, b, t: a - b, "mul": lambda a, b, t: a * b,
    "div": lambda a, b, t: truncated(a, b) if b else 0, "rem": lambda a, b, t: a - truncated(a, b) * b if b else a,
    "mod": lambda a, b, t: a % b if b else a, "pow": int_pow, "max": lambda a, b, t: max(a, b), "min": lambda a, b, t: min(a, b),
    "and": lambda a, b, t: a & b, "or": lambda a, b, t: a | b, "xor": lambda a, b, t: a ^ b,
    "shl": lambda a, b, t: a << b if 0 <= b < bits(t) else 0,
    "shr": lambda a, b, t: a >> (b if 0 <= b < bits(t) else bits(t)),
}


def cast_samples(source, types):
    if source == "i1":
        return np.array([True, False])
    if "f" not in source:
        info = np.iinfo(types[source])
        return np.array([info.min, info.max, 0, 1, 100, info.max // 2 + 1, info.max // 3], types[source])
    return np.array([0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128, -129, 255.5, 300, 65504, 3e9, -3e9, 2.0**63, 1e19, 2.0**64, -1e20, np.inf, -np.inf, np.nan,
                     1 + 2.0**-8, 1 + 2.0**-11, 1 + 2.0**-24, 1e-7, 1e-40]).astype(types[source])


def round_to_float(value, dtype):
    """The nearest value of a float type to an exact integer or a double, halves to even, in one step."""
    if isinstance(value, float) and not (math.isfinite(value) and value):
        return np.float64(value).astype(dtype)
    info = ml_dtypes.finfo(dtype) if dtype == ml_dtypes.bfloat16 else np.finfo(dtype)
    from fractions import Fraction
    exact = Fraction(value)
    if not exact:
        return dtype(0)
    exponent = max(math.frexp(float(exact))[1] - 1, int(info.minexp))
    while abs(exact) >= Fraction(2) ** (exponent + 1):
        exponent += 1
    while abs(exact) < Fraction(2) ** exponent and exponent > info.minexp:
        exponent -= 1
    unit = Fraction(2) ** (exponent - int(info.nmant))
    rounded = round(exact / unit) * unit
    if abs(rounded) > Fraction(float(info.max)):
        return dtype(math.copysign(math.inf, rounded))
    return dtype(math.copysign(float(rounded), exact))


def cast(x, source, target, types):
    def one(value):
        value = float(value) if "f" in source else int(value)
        if target == "i1":
            return value != 0
        if "f" in target:
            return round_to_float(value, types[target])
        if isinstance(value, int):
            return wrap(value, np.dtype(types[target]))
        if math.isnan(value):
            return 0
        info = np.iinfo(types[target])
        return int(info.max) if value >= int(info.max) else int(info.min) if value <= int(info.min) else math.trunc(value)
    return np.array([one(v) for v in x], types[target])


# Resize

def resize(x, sizes, mode, coordinates, nearest, antialias=False, exclude_outside=False):
    """ONNX's reference implementation over the two middle dimensions."""
    import onnx.helper
    import onnx.reference
    options = {"nearest_mode": nearest} if nearest else {}
    node = onnx.helper.make_node("Resize", ["x", "", "", "sizes"], ["y"], mode=mode, coordinate_transformation_mode=coordinates, axes=[1, 2], cubic_coeff_a=-0.75,
                                 antialias=int(antialias), exclude_outside=int(exclude_outside), **options)
    tensor = onnx.helper.make_tensor_value_info
    graph = onnx.helper.make_graph([node], "g", [tensor("x", 1, None), tensor("sizes", 7, None)], [tensor("y", 1, None)])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 19)], ir_version=9)
    (y,) = onnx.reference.ReferenceEvaluator(model).run(None, {"x": x.astype(np.float64), "sizes": np.array(sizes, np.int64)})
    return y.astype(x.dtype)


# Reductions

def fold(kind, values, dtype):
    """All values of a list combined, in wide arithmetic."""
    values = list(values)
    floating = is_float(dtype)
    if kind in ("sum", "mean"):
        total = math.fsum(values) if floating and all(map(math.isfinite, values)) else sum(values)
        if kind == "sum":
            return total
        if floating:
            return total / len(values) if values else math.nan
        return truncated(total, len(values)) if values else 0
    if kind == "prod":
        return math.prod(values)
    if any(v != v for v in values):
        return math.nan
    if not values:
        least, greatest = (-math.inf, math.inf) if floating else (int(np.iinfo(dtype).min), int(np.iinfo(dtype).max))
        return least if kind == "max" else greatest
    return max(values) if kind == "max" else min(values)


def reduce(kind, x):
    """Over the last dimension."""
    return narrow([fold(kind, map(float if is_float(x.dtype) else int, row), x.dtype) for row in x], x.dtype)


def reduce_nothing(kind, dtype, count):
    return narrow([fold(kind, [], dtype)] * count, dtype)


def arg_reduce(x, kind, dim, last):
    def one(line):
        best = 0
        for i, v in enumerate(line):
            b = line[best]
            better = (v != v and b == b) or (b == b and (v > b if kind == "max" else v < b))
            equal = v == b or (v != v and b != b)
            if better or (equal and last):
                best = i
        return best
    return np.apply_along_axis(one, dim, x).astype(np.int64)


def cumulative(kind, x, dim, exclusive, reverse):
    moved = np.moveaxis(x, dim, -1)
    moved = moved[..., ::-1] if reverse else moved
    result = np.empty(moved.shape, x.dtype)
    for place in np.ndindex(moved.shape):
        line = moved[place[:-1]][: place[-1] + (0 if exclusive else 1)]
        result[place] = narrow([fold(kind, map(float if is_float(x.dtype) else int, line), x.dtype)], x.dtype)[0]
    result = result[..., ::-1] if reverse else result
    return np.moveaxis(result, -1, dim)


def reduce_window(kind, x, window, strides, dilations, padding):
    rank = x.ndim - 2
    out = [max(0, (x.shape[i + 1] + padding[i] + padding[rank + i] - (window[i] - 1) * dilations[i] - 1) // strides[i] + 1) for i in range(rank)]
    result = np.empty((x.shape[0], *out, x.shape[-1]), x.dtype)
    for place in np.ndindex(result.shape):
        values = []
        for tap in np.ndindex(*window):
            at = [place[i + 1] * strides[i] + tap[i] * dilations[i] - padding[i] for i in range(rank)]
            if all(0 <= a < x.shape[i + 1] for i, a in enumerate(at)):
                values.append((float if is_float(x.dtype) else int)(x[(place[0], *at, place[-1])]))
        result[place] = narrow([fold(kind, values, x.dtype)], x.dtype)[0]
    return result


def softmax(x, dim, log):
    with np.errstate(all="ignore"):
        w = x.astype(np.float64)
        w = w - w.max(dim, keepdims=True)
        e = np.exp(w)
        total = e.sum(dim, keepdims=True)
        return narrow(w - np.log(total) if log else e / total, x.dtype)


def normalize(x, dims, epsilon, rms):
    w = x.astype(np.float64)
    epsilon = float(np.float32(epsilon))
    if rms:
        return narrow(w / np.sqrt((w * w).mean(dims, keepdims=True) + epsilon), x.dtype)
    return narrow((w - w.mean(dims, keepdims=True)) / np.sqrt(w.var(dims, keepdims=True) + epsilon), x.dtype)


def batch_norm(x, scale, offset, mean, variance, dim, epsilon):
    shape = [-1 if i == dim else 1 for i in range(x.ndim)]
    scale, offset, mean, variance = (p.astype(np.float64).reshape(shape) for p in (scale, offset, mean, variance))
    return narrow(scale * (x.astype(np.float64) - mean) / np.sqrt(variance + float(np.float32(epsilon))) + offset, x.dtype)


def batch_norm_training(x, scale, offset, mean, variance, dim, epsilon, momentum):
    others = tuple(i for i in range(x.ndim) if i != dim)
    batch_mean, batch_variance = x.astype(np.float64).mean(others), x.astype(np.float64).var(others)
    return [batch_norm(x, scale, offset, batch_mean, batch_variance, dim, epsilon),
            narrow(momentum * mean.astype(np.float64) + (1 - momentum) * batch_mean, x.dtype),
            narrow(momentum * variance.astype(np.float64) + (1 - momentum) * batch_variance, x.dtype)]


# Contraction

def conv(x, w, strides, dilations, input_dilations, padding, groups):
    rank = x.ndim - 2
    spread = [0 if s == 0 else (s - 1) * d + 1 for s, d in zip(x.shape[1:-1], input_dilations)]
    dilated = np.zeros((x.shape[0], *spread, x.shape[-1]))
    dilated[(slice(None), *(slice(None, None, d) for d in input_dilations))] = x
    dilated = np.pad(dilated, [(0, 0), *((max(0, padding[i]), max(0, padding[rank + i])) for i in range(rank)), (0, 0)])
    crop = [slice(max(0, -padding[i]), dilated.shape[i + 1] - max(0, -padding[rank + i])) for i in range(rank)]
    dilated = dilated[(slice(None), *crop)]
    out = [max(0, (dilated.shape[i + 1] - (w.shape[i] - 1) * dilations[i] - 1) // strides[i] + 1) for i in range(rank)]
    result = np.zeros((x.shape[0], *out, w.shape[-1]))
    per_group, outputs = w.shape[-2], w.shape[-1] // groups
    for place in np.ndindex(x.shape[0], *out):
        for tap in np.ndindex(*w.shape[:rank]):
            pixel = dilated[(place[0], *(place[i + 1] * strides[i] + tap[i] * dilations[i] for i in range(rank)))]
            for g in range(groups):
                result[place][g * outputs:(g + 1) * outputs] += pixel[g * per_group:(g + 1) * per_group] @ w[tap].astype(np.float64)[:, g * outputs:(g + 1) * outputs]
    return narrow(result, x.dtype)


def attention(q, k, v, scale, mask=None, past=None, causal=False, softcap=0.0):
    keys = np.concatenate([past[0], k], 2) if past else k
    values = np.concatenate([past[1], v], 2) if past else v
    repeat = q.shape[1] // k.shape[1]
    K, V = (np.repeat(t.astype(np.float64), repeat, 1) for t in (keys, values))
    scores = q.astype(np.float64) @ K.swapaxes(2, 3) * scale
    if softcap:
        scores = softcap * np.tanh(scores / softcap)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf) if mask.dtype == bool else scores + mask.astype(np.float64)
    if causal:
        i, j = np.indices(scores.shape[2:])
        scores = np.where(j <= i + scores.shape[3] - scores.shape[2], scores, -np.inf)
    result = np.zeros((*q.shape[:3], v.shape[3]))
    for place in np.ndindex(*q.shape[:3]):
        row = scores[place]
        if np.all(row == -np.inf):
            continue
        e = np.exp(row - row.max())
        result[place] = (e / e.sum()) @ V[place[:2]]
    return narrow(result, q.dtype), keys, values


# Recurrent layers, after the equations of ONNX's operators LSTM, GRU and RNN

ACTIVATIONS = {"logistic": lambda x: 1 / (1 + np.exp(-x)), "tanh": np.tanh, "relu": lambda x: np.maximum(x, 0)}


def recurrence(kind, x, values, activations, reverse, linear_before_reset, clip):
    v = {name: value.astype(np.float64) for name, value in values.items()}
    time, batch, _ = x.shape
    W, R = v["weight"], v["recurrent"]
    n = R.shape[0]
    b, rb = v.get("bias", np.zeros(W.shape[1])), v.get("recurrent_bias", np.zeros(W.shape[1]))
    h, c = v.get("state", np.zeros((batch, n))).copy(), v.get("cell", np.zeros((batch, n))).copy()
    pi, po, pf = v.get("peephole", np.zeros(3 * n)).reshape(3, n)
    lengths = v.get("lengths", np.full(batch, time))
    act = [ACTIVATIONS[name] for name in activations]
    bound = (lambda t: np.clip(t, -clip, clip)) if clip else (lambda t: t)
    y = np.zeros((time, batch, n))
    for t in reversed(range(time)) if reverse else range(time):
        for s in range(batch):
            if t >= lengths[s]:
                continue
            wx, H, C = x[t, s].astype(np.float64) @ W + b, h[s], c[s]
            if kind == "rnn":
                h[s] = act[0](bound(wx + H @ R + rb))
            elif kind == "lstm":
                gate = (wx + H @ R + rb).reshape(4, n)
                i, f = act[0](bound(gate[0] + pi * C)), act[0](bound(gate[2] + pf * C))
                c[s] = f * C + i * act[1](bound(gate[3]))
                h[s] = act[0](bound(gate[1] + po * c[s])) * act[2](c[s])
            else:
                z = act[0](bound(wx[:n] + H @ R[:, :n] + rb[:n]))
                r = act[0](bound(wx[n:2 * n] + H @ R[:, n:2 * n] + rb[n:2 * n]))
                if linear_before_reset:
                    inner = r * (H @ R[:, 2 * n:] + rb[2 * n:])
                else:
                    inner = (r * H) @ R[:, 2 * n:] + rb[2 * n:]
                h[s] = (1 - z) * act[1](bound(wx[2 * n:] + inner)) + z * H
            y[t, s] = h[s]
    results = [y, h, c] if kind == "lstm" else [y, h]
    return [narrow(r, x.dtype) for r in results]


def check_with_onnx(kind, x, values, expected, linear_before_reset):
    """Holds the loops above against ONNX's reference implementation."""
    import onnx.helper
    import onnx.reference
    feeds = {"X": x, "W": values["weight"].T[None], "R": values["recurrent"].T[None], "B": np.concatenate([values["bias"], values["recurrent_bias"]])[None],
             "initial_h": values["state"][None]}
    names = ["X", "W", "R", "B", "", "initial_h"]
    if kind == "lstm":
        feeds["initial_c"] = values["cell"][None]
        names.append("initial_c")
    options = {"linear_before_reset": int(linear_before_reset)} if kind == "gru" else {}
    outputs = ["Y", "Y_h", "Y_c"][:len(expected)]
    node = onnx.helper.make_node(kind.upper(), names, outputs, hidden_size=values["recurrent"].shape[0], **options)
    tensor = onnx.helper.make_tensor_value_info
    graph = onnx.helper.make_graph([node], "g", [tensor(name, 1, None) for name in feeds], [tensor(name, 1, None) for name in outputs])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 14)], ir_version=9)
    found = onnx.reference.ReferenceEvaluator(model).run(None, {k: f.astype(np.float64) for k, f in feeds.items()})
    for is_, should in zip(found, expected):
        np.testing.assert_allclose(is_.reshape(should.shape), should, rtol=1e-5, atol=1e-6)


# Indexing

def gather_elements(x, index, dim):
    result = np.empty(index.shape, x.dtype)
    for place in np.ndindex(index.shape):
        at = list(place)
        at[dim] = index[place]
        result[place] = x[tuple(at)]
    return result


def gather_nd(x, index, batch):
    result = np.empty(index.shape[:-1] + x.shape[batch + index.shape[-1]:], x.dtype)
    for place in np.ndindex(index.shape[:-1]):
        result[place] = x[place[:batch] + tuple(index[place])]
    return result


def combine(kind, now, update):
    return {"assign": lambda: update, "add": lambda: now + update, "mul": lambda: now * update, "max": lambda: np.maximum(now, update),
            "min": lambda: np.minimum(now, update)}[kind]()


def scatter_elements(kind, data, index, updates, dim):
    result = wide(data)
    for place in np.ndindex(index.shape):
        at = list(place)
        at[dim] = index[place]
        result[tuple(at)] = combine(kind, result[tuple(at)], wide(updates)[place])
    return narrow(result, data.dtype)


def scatter_nd(kind, data, index, updates):
    result = wide(data)
    for place in np.ndindex(index.shape[:-1]):
        at = tuple(index[place])
        result[at] = combine(kind, result[at], wide(updates)[place])
    return narrow(result, data.dtype)


def sort(x, dim, descending):
    def order(line):
        values = [float(v) if is_float(x.dtype) else int(v) for v in line]
        rank = lambda i: (1, 0) if values[i] != values[i] else (0, values[i] + 0)
        numbers = list(range(len(values)))
        if not descending:
            return sorted(numbers, key=rank)
        return sorted(numbers, key=lambda i: (-rank(i)[0], -rank(i)[1]))
    indices = np.apply_along_axis(lambda line: np.array(order(line), np.int64), dim, x)
    return np.take_along_axis(x, indices, dim), indices


def philox(counter, key):
    mask = 0xFFFFFFFF
    x = [counter & mask, counter >> 32 & mask, 0, 0]
    k = [key & mask, key >> 32 & mask]
    for _ in range(10):
        p0, p1 = 0xD2511F53 * x[0], 0xCD9E8D57 * x[2]
        x = [p1 >> 32 ^ x[1] ^ k[0], p1 & mask, p0 >> 32 ^ x[3] ^ k[1], p0 & mask]
        k = [(k[0] + 0x9E3779B9) & mask, (k[1] + 0xBB67AE85) & mask]
    return x


# The known answers of the authors' own test vectors.
assert philox(0, 0) == [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]


def random(kind, key, counter, count):
    key, counter = key % 2**64, counter % 2**64
    words = list(itertools.chain.from_iterable(philox((counter + i) % 2**64, key) for i in range((count + 3) // 4)))
    uniform = [(w >> 8) / 2**24 for w in words]
    if kind == "uniform":
        return np.float32(uniform[:count])
    result = []
    for a, b in zip(uniform[::2], uniform[1::2]):
        radius = math.sqrt(-2 * math.log(a + 2**-24))
        result += [radius * math.cos(2 * math.pi * b), radius * math.sin(2 * math.pi * b)]
    return np.float32(result[:count])


# Quantization

def spread(scale, shape, dim, block):
    """One scale for each element."""
    scale = np.asarray(scale)
    if scale.ndim == 0:
        return np.broadcast_to(scale, shape)
    if block:
        return np.repeat(scale, block, dim).take(range(shape[dim]), dim)
    return np.broadcast_to(scale.reshape([-1 if i == dim else 1 for i in range(len(shape))]), shape)


def quantize(x, scale, zero, dim, block, dtype):
    s = spread(scale, x.shape, dim, block).astype(np.float64)
    z = spread(0 if zero is None else zero, x.shape, dim, block).astype(np.float64)
    info = np.iinfo(dtype)
    with np.errstate(all="ignore"):
        q = np.rint(x.astype(np.float64) / s) + z
    return np.array([0 if v != v else int(min(max(v, info.min), info.max)) for v in q.ravel()], dtype).reshape(x.shape)


def dequantize(q, scale, zero, dim, block):
    s = spread(scale, q.shape, dim, block).astype(np.float64)
    z = spread(0 if zero is None else zero, q.shape, dim, block).astype(np.float64)
    return ((q.astype(np.float64) - z) * s).astype(np.float32)
