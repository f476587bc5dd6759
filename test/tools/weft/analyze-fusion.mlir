// What is fused, and the bytes that it keeps out of memory, counted by hand from the sizes: a product of 8 by 16 for each of `batch` rows with
// two ops behind it, of which two results of 16 floats are not written and read again; then a row of a table, of which the kernel reads
// that row alone.
// RUN: weft analyze %s --json > %t.json
// RUN: %python -c "import json; f = json.load(open('%t.json'))['fusion']; c, g = f['dispatches']; assert (c['prologue'], c['root'], c['epilogue']) == ([], 'contract', ['add', 'max']), c; terms = lambda t: {tuple(e['sizes']): e['bytes'] for e in t}; assert terms(c['read']) == {(): 4 * (8 * 16 + 16), ('batch',): 4 * 8}, c; assert terms(c['written']) == {('batch',): 4 * 16}, c; assert terms(c['kept']) == {('batch',): 4 * 16 * 2 * 2}, c; assert terms(g['read']) == {(): 8 + 4 * 32}, g; assert terms(f['written']) == {('batch',): 4 * 16, (): 4 * 32}, f"
// RUN: weft analyze %s --dim batch=3 --json > %t.json
// RUN: %python -c "import json; f = json.load(open('%t.json')); c = f['fusion']['dispatches'][0]; assert c['read'] == [{'bytes': 4 * (8 * 16 + 16 + 3 * 8), 'sizes': []}], c; m = f['memory'][0]; assert m['arena_bytes'] >= m['lower_bound_bytes'] and ('ratio' in m) == (m['lower_bound_bytes'] > 0), m"
// RUN: weft analyze %s | FileCheck %s
// CHECK: times read written kept kernel
// CHECK-NEXT: {{^ *}}1 {{.*}}: [contract] > add, max
// CHECK-NEXT: read: {{.*}} x batch
// CHECK-NEXT: written: 64 B x batch
// CHECK-NEXT: kept: 256 B x batch
// CHECK: total of 2 dispatches:
// RUN: weft analyze %s --all | FileCheck %s --check-prefix=ALL
// ALL: [contract]
// ALL: [gather]
weft.parameter @w : tensor<8x16xf32> {value = dense<1.0> : tensor<8x16xf32>}
weft.func @main(%x: tensor<?x8xf32> {weft.dims = ["batch", ""], weft.name = "x"}, %bias: tensor<16xf32>, %table: tensor<100x32xf32>, %row: tensor<i64>)
    -> (tensor<?x16xf32>, tensor<32xf32>) {
  %w = weft.get @w : tensor<8x16xf32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %0 = weft.contract "mk,kn->mn" %x, %w : (tensor<?x8xf32>, tensor<8x16xf32>) -> tensor<?x16xf32>
  %1 = weft.add %0, %bias : (tensor<?x16xf32>, tensor<16xf32>) -> tensor<?x16xf32>
  %2 = weft.max %1, %zero : (tensor<?x16xf32>, tensor<f32>) -> tensor<?x16xf32>
  %3 = weft.gather %table, %row {dim = 0 : i64} : (tensor<100x32xf32>, tensor<i64>) -> tensor<32xf32>
  weft.return %2, %3 : tensor<?x16xf32>, tensor<32xf32>
}
