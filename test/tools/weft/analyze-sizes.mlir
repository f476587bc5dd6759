// Sizes keep their names where a kernel alone does not show them: two operands of one size, a size that a kernel takes as a number, and the
// dimension that an interpolation leaves.
// RUN: weft analyze %s --json > %t.json
// RUN: %python -c "import json; w = [[(tuple(t['sizes']), t['bytes']) for t in d['written']] for d in json.load(open('%t.json'))['fusion']['dispatches']]; assert sorted(w) == sorted([[(('n',), 4 * 8)], [(('n',), 8)], [(('n',), 4 * 6)]]), w"
// RUN: weft analyze %s --size n=5 --json > %t.json
// RUN: %python -c "import json; f = json.load(open('%t.json')); assert sorted(d['written_bytes'] for d in f['dispatches']) == [5 * 8, 5 * 4 * 6, 5 * 4 * 8] and f['open_sizes'] == [], f"
weft.func @main(%x: tensor<?x8xf32> {weft.dims = ["n", ""]}, %y: tensor<?x8xf32> {weft.dims = ["n", ""]}, %z: tensor<?x3xf32> {weft.dims = ["n", ""]})
    -> (tensor<?x8xf32>, tensor<?xi64>, tensor<?x6xf32>) {
  %sum = weft.add %x, %y : (tensor<?x8xf32>, tensor<?x8xf32>) -> tensor<?x8xf32>
  %n = weft.dim %x {dim = 0 : i64} : (tensor<?x8xf32>) -> tensor<i64>
  %count = weft.iota %n : (tensor<i64>) -> tensor<?xi64>
  %sizes = weft.constant dense<6> : tensor<1xi64>
  %scales = weft.constant dense<2.0> : tensor<1xf32>
  %wide = weft.resize nearest %z, %sizes, %scales {dims = array<i64: 1>, coordinates = #weft<coordinates asymmetric>}
     : (tensor<?x3xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<?x6xf32>
  weft.return %sum, %count, %wide : tensor<?x8xf32>, tensor<?xi64>, tensor<?x6xf32>
}
