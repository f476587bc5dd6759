// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Reductions, running reductions, windows, softmax and normalization. Made by generate.py.

weft.func @test_reduce_sum_0(%a0: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0>} : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  weft.return %r0 : tensor<4x5xf32>
}
weft.func @test_reduce_sum_0.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_sum_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.2163128, 0.56619483, -1.4640142, -0.9577825, 0.0068664527], [1.0254099, 1.4579461, -0.7329102, 0.6309099, -1.9074526], [1.5625455, 0.68692017, 1.6089257, -1.1584641, -0.013357275], [0.974867, -1.8990034, 1.3644207, 0.83115774, 1.1522925]], [[-1.3499734, 1.108193, 0.26792857, -1.4003505, -1.471886], [1.4308834, -0.40600586, -0.911812, -0.52708805, 0.73865545], [-1.4545594, -1.3522321, 0.59856474, 1.5772212, 0.6875219], [1.7802404, -0.86767614, -0.5837018, -0.50908995, -0.56518984]], [[-0.9252192, 1.1709536, -0.86677575, -0.334543, -0.1105153], [1.9850533, -0.6822975, 0.76399815, -0.6894136, 1.2017967], [-0.44928512, -1.9141006, 0.09240094, -0.6497371, -0.9411382], [-0.8295243, -1.9922328, 0.92272854, 0.1908136, 0.54531586]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_0() -> (tensor<4x5xf32>) {
  %0 = weft.constant dense<[[-3.4915054, 2.8453414, -2.0628614, -2.692676, -1.5755349], [4.4413466, 0.36964267, -0.8807241, -0.58559173, 0.032999516], [-0.34129903, -2.5794125, 2.2998915, -0.23098004, -0.2669736], [1.9255831, -4.758912, 1.7034473, 0.5128814, 1.1324185]]> : tensor<4x5xf32>
  weft.return %0 : tensor<4x5xf32>
}
weft.func @test_reduce_sum_0_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>)
  weft.return %r0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_sum_0_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_sum_0_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.2780099, -0.47577915, -0.16511627, -0.0947541, 1.6700207], [-0.60644776, -1.3902929, -1.6648262, -0.65096915, 0.2893648], [0.32997754, 0.9115875, 0.63757855, -1.6665294, -0.4411365], [-0.5184555, -1.548525, 0.35390002, 1.0985475, -1.8284248]], [[0.11984588, -1.5219115, 1.1055398, 0.23401375, -1.7363038], [0.063173234, -1.0361749, -1.1709222, 0.6687764, -0.38188884], [1.7128727, 1.6659806, 1.4130346, -0.35876527, 1.6188982], [-1.7117264, 1.1030645, -0.5640755, 1.4627296, -1.8812138]], [[0.30080497, -1.7216102, -0.821477, 0.25881907, -1.444206], [0.7770087, 0.051096693, -1.1053063, 0.15165749, -0.21661028], [-1.8653789, 0.8380073, 0.8584526, 1.6405463, 1.7663331], [-0.51857305, 0.57241976, 0.431043, -1.7904507, 0.8954181]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_0_keep() -> (tensor<1x4x5xf32>) {
  %0 = weft.constant dense<[[[0.69866073, -3.7193007, 0.11894654, 0.39807874, -1.5104891], [0.23373419, -2.375371, -3.9410546, 0.16946474, -0.3091343], [0.17747143, 3.4155753, 2.9090657, -0.38474837, 2.9440947], [-2.748755, 0.12695932, 0.22086748, 0.77082634, -2.8142204]]]> : tensor<1x4x5xf32>
  weft.return %0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_sum_1(%a0: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_reduce_sum_1.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_sum_1() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.9098069, -0.30054855, 0.48263496, 0.017772997, -0.88018924], [1.4925632, -1.6248149, 0.4110581, -1.2605, 1.6993085], [1.7457896, 0.8546251, 1.536618, 1.0655006, 0.6163868], [0.9901123, 1.6430383, -1.1325194, 0.91714364, -1.2825567]], [[-0.15631656, -0.6406372, 0.53527886, 0.55589694, 1.609387], [1.3589585, -1.7394193, -1.3072773, -1.82101, 0.8416351], [-0.61500347, 1.900148, -1.142739, 1.8259319, 1.0261204], [1.0488212, 0.43043634, 1.5388306, -1.0626868, 1.4757284]], [[1.5234704, 0.42574447, 0.6453665, -1.0847814, -0.034722816], [0.34753668, -0.7354558, -1.8309585, 1.798416, 1.2237973], [-0.5393635, 0.12837875, 0.3643835, 1.8318394, 0.23377869], [0.8941204, 1.2125963, -1.5980057, 0.32737395, 1.7198101]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_1() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[3.3186584, 0.57229996, 1.2977917, 0.7399173, 0.1529494], [1.6364597, -0.049472183, -0.37590688, -0.50186795, 4.952871], [2.225764, 1.0312637, -2.4192142, 2.872848, 3.1426632]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_reduce_sum_1_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>)
  weft.return %r0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_sum_1_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_sum_1_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.2959584, 1.6877726, -1.35081, 1.1106237, -0.8839469], [1.5033176, 1.1371493, -0.4999193, 0.31730345, -0.1222019], [1.7654659, 0.21544434, -1.6898036, 0.14177826, -1.9231942], [-1.4558393, -0.036561478, -0.15412568, -1.7240871, -0.6379061]], [[-0.85188204, -0.8532487, -0.22783843, -1.8617759, -1.8695096], [-1.059933, 0.86529595, 1.746781, 1.0210596, -1.6928078], [1.29967, 1.2788172, 1.3765135, 0.9090876, -0.95605], [-0.020030351, -0.23997347, -1.8607937, 0.1621057, -0.94070154]], [[1.8097932, 0.6658731, 1.2391461, -1.8704605, 0.84805256], [1.2120725, -0.15371728, -0.9903693, -0.052614387, 0.2001626], [-0.26460713, -0.7272111, 0.6747876, 1.5666752, -0.92632776], [1.5298468, -1.7803227, 0.7518242, -0.62242675, 0.09913572]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_1_keep() -> (tensor<3x1x5xf32>) {
  %0 = weft.constant dense<[[[3.1089025, 3.003805, -3.6946585, -0.15438169, -3.567249]], [[-0.6321754, 1.0508909, 1.0346624, 0.23047705, -5.459069]], [[4.2871056, -1.995378, 1.6753886, -0.97882646, 0.22102311]]]> : tensor<3x1x5xf32>
  weft.return %0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_sum_2(%a0: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 2>} : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_reduce_sum_2.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 2>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_sum_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.58136195, -1.6780878, -1.3355482, 1.9477173, -0.3358809], [1.8009609, 0.07874611, 1.5956281, -0.22054419, 1.9652452], [-0.0899302, -0.9654285, -1.2966318, -1.7124414, -1.5600866], [0.72839564, -0.5489474, 1.4949033, -1.2085136, 1.735787]], [[-1.2391149, -0.9199223, -0.6405978, -0.9489558, -0.33998471], [1.2111993, -1.7150042, -1.0237894, -1.7874558, 1.1010324], [-1.5211403, 0.03840462, 1.4732218, -0.7362788, -1.5373634], [-0.9341992, 1.7587082, -1.6197846, 1.4559007, -1.5177385]], [[-1.3461134, 1.0885339, 0.55814224, -0.71703, 0.8083467], [-1.4081557, 1.5249473, 0.30289298, 1.784701, 0.3839873], [0.28743884, 1.431823, 0.3314866, -1.6530724, 0.44731104], [-0.825682, 0.55158025, 1.9923122, 0.44009668, 1.3350793]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_2() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[-1.9831616, 5.220036, -5.6245184, 2.2016249], [-4.0885754, -2.2140179, -2.2831562, -0.85711336], [0.39187938, 2.588373, 0.84498715, 3.4933865]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_reduce_sum_2_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>)
  weft.return %r0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_sum_2_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_sum_2_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.5828297, -1.9531676, -1.8127608, -1.926754, -1.1284846], [-0.91719645, -0.71403635, 0.6174176, 0.99560505, 1.0750723], [1.007885, 1.4197888, 0.8846304, -0.163839, -0.34715968], [-1.6740459, -1.946618, 1.428245, -1.4052763, 1.4572201]], [[-0.40222302, -1.7603172, 1.316009, 0.8577657, 1.990639], [0.16733278, 1.7203332, 0.025229147, -0.95386213, -0.3956883], [0.6397077, 1.559272, 1.2644937, 1.7224134, 0.14819224], [-0.15657663, 0.10156509, 1.732818, -0.5350784, -1.7586595]], [[-0.4321848, 0.59897345, 1.3314183, 1.7718518, 0.7500868], [1.2532324, 1.2496133, 1.2352479, 0.39767188, 1.7795423], [1.565949, -1.9690472, -1.5146344, 1.9690977, 0.6654792], [-1.4396747, 1.643758, -1.6430383, 0.15102972, -0.44963792]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_2_keep() -> (tensor<3x4x1xf32>) {
  %0 = weft.constant dense<[[[-7.4039965], [1.0568621], [2.8013055], [-2.1404753]], [[2.0018735], [0.5633447], [5.3340793], [-0.6159314]], [[4.0201454], [5.9153075], [0.7168443], [-1.7375631]]]> : tensor<3x4x1xf32>
  weft.return %0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_sum_02(%a0: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0, 2>} : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  weft.return %r0 : tensor<4xf32>
}
weft.func @test_reduce_sum_02.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0, 2>} : (tensor<?x?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_sum_02() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.8462786, -1.0433279, -1.6531283, -0.49132815, -1.5991392], [0.49677542, -0.71398854, 1.0676681, 1.7501019, 1.547864], [0.958047, 1.1219156, -1.6318309, 1.8890839, 0.30460563], [0.17251354, 0.69620645, -1.2503726, -0.12012364, -1.5123639]], [[1.6749638, -0.0007429389, -1.4701178, 1.8792356, 0.32301977], [1.0207123, 1.2126893, 0.78383106, -0.22541848, -0.87834275], [-1.793841, 0.4958502, -1.5595826, -0.52296233, 1.5583386], [1.6162828, 1.2881697, -1.2271307, 1.7661349, -1.439718]], [[1.6735735, 0.9950943, 1.8831915, 1.9367152, 0.10025848], [-0.75128806, 1.6732594, -0.74597365, -0.66928595, 0.27591187], [-1.4329178, -0.17568319, -1.4491291, -0.18762308, 1.6291268], [1.6809831, 1.8333266, 0.90045017, 0.98602635, -0.2914943]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_02() -> (tensor<4xf32>) {
  %0 = weft.constant dense<[3.3619893, 5.844516, -0.79660237, 5.0988903]> : tensor<4xf32>
  weft.return %0 : tensor<4xf32>
}
weft.func @test_reduce_sum_02_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>)
  weft.return %r0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_sum_02_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_sum_02_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.5784863, -1.4635459, -1.3339561, -1.526929, -0.36628053], [-1.760679, 0.8149711, -1.2690195, 0.75723636, 0.25440082], [0.767011, 0.8097837, 1.1447918, -0.084330596, 0.28207538], [-0.99713814, 0.0044346796, -1.641884, 1.8184314, 1.716376]], [[-1.7057168, -1.9566566, -0.41978386, 0.10711713, -0.08325847], [-0.65013057, 0.48974803, -0.39778093, -0.376066, -1.8706332], [0.37317854, -1.6679177, 1.4328287, -0.09034817, -0.58185095], [0.6445004, 1.5417298, -1.3250964, -0.39469567, 1.8944023]], [[1.4556767, -0.4357776, -0.5510978, 1.2636657, -1.6631079], [-1.5251629, 0.28432637, 0.2733911, 0.27738056, 1.0605654], [1.525229, -0.40032515, -0.69662344, 1.3985593, -1.0208055], [1.5004296, 0.8282481, 1.386649, 0.54848015, -1.5753299]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_02_keep() -> (tensor<1x4x1xf32>) {
  %0 = weft.constant dense<[[[-7.101165], [-3.6374526], [3.1912558], [5.9495373]]]> : tensor<1x4x1xf32>
  weft.return %0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_sum_012(%a0: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0, 1, 2>} : (tensor<3x4x5xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @test_reduce_sum_012.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0, 1, 2>} : (tensor<?x?x?xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @inputs_reduce_sum_012() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.85902196, -0.015235138, -1.2650632, -1.5916282, -0.9482251], [-1.4983906, -1.4573604, 1.3742087, 1.8024533, 1.9791771], [0.2376224, 0.26408276, -1.7617428, -1.5258178, 1.081648], [0.2835887, 0.2667461, 1.0132035, 1.252919, 0.8408723]], [[-1.9567205, 0.17560387, 1.3420587, 1.278461, 1.7955954], [0.07758411, 0.088868126, -1.9011328, 0.0510487, 0.25559205], [1.6716896, 1.5395862, -1.7502323, -1.4324995, -0.47028455], [1.119745, -1.3350874, 1.0961382, 0.37129897, 1.5100697]], [[-0.63051337, -0.39047712, -1.7591363, 0.07213328, 1.0984011], [0.053032383, 0.08581825, 1.6611043, 1.0667614, -0.7428219], [1.7790275, 0.8991988, -0.79569817, -1.1546022, 0.70267415], [0.027772712, 0.3956461, -1.4828994, 1.0630739, 1.4439613]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_012() -> (tensor<f32>) {
  %0 = weft.constant dense<8.111919> : tensor<f32>
  weft.return %0 : tensor<f32>
}
weft.func @test_reduce_sum_012_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>)
  weft.return %r0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_sum_012_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_sum_012_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.3206835, -0.7813771, 1.899618, 1.8995156, -1.5010797], [0.1623504, -0.25252154, -0.8791919, 0.075803146, 0.67249197], [-0.5336264, -0.7699482, 1.4533292, 0.6314745, -0.77837706], [-1.3752651, -0.4610038, 1.7565542, 1.3226773, -1.1598301]], [[0.42425683, -1.9791613, 1.628611, 1.7683775, -1.134037], [-0.62952596, -0.79551625, -1.2556367, 0.73378533, -0.4927601], [-1.9798998, -1.1215945, 0.6438617, 0.80675536, -1.9337908], [0.19989991, 0.55496854, 0.54766285, 0.6057208, 1.1210159]], [[-0.65911484, 1.4039699, -0.23355818, -1.7580484, 0.60559577], [-0.6293094, 0.5406352, -0.5070046, -0.008447315, 0.22145598], [0.8322394, -0.8147582, 0.6791033, -1.0680516, 1.1641939], [-1.0747039, -1.7125689, -1.8464595, 0.39433518, -0.7076883]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_012_keep() -> (tensor<1x1x1xf32>) {
  %0 = weft.constant dense<[[[-6.404281]]]> : tensor<1x1x1xf32>
  weft.return %0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_sum_none(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64>} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_sum_none.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_sum_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.2982699, -0.75709945, -0.24191378, 1.4806664, 1.6941619], [-1.8275967, 1.792819, 0.01943995, 0.95848185, 1.7181119], [-1.2464652, -0.4716547, 1.5485723, 0.077453434, 1.5898525], [1.351968, 1.9940784, 0.6431531, -1.7319092, 1.6105909]], [[-1.2596662, -1.3730372, -0.52410054, -1.1722217, -1.4420547], [0.5526465, 1.6400344, -0.94546074, -0.5038636, 0.5649787], [-0.80012995, -0.027013155, 1.6509676, -1.5319356, 0.13901637], [-1.1476351, 1.0932323, -1.1672709, 1.2431172, -0.3884136]], [[1.7231804, -0.548355, -0.02791521, -1.5732158, -0.8910441], [-0.33786324, 1.5712615, 0.3458166, 1.2385049, 1.4136181], [-1.6395048, -0.74047154, 1.3289111, 1.02285, 0.25610015], [-0.38463902, -0.004590481, -1.9404963, -1.4855176, -0.5764608]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.2982699, -0.75709945, -0.24191378, 1.4806664, 1.6941619], [-1.8275967, 1.792819, 0.01943995, 0.95848185, 1.7181119], [-1.2464652, -0.4716547, 1.5485723, 0.077453434, 1.5898525], [1.351968, 1.9940784, 0.6431531, -1.7319092, 1.6105909]], [[-1.2596662, -1.3730372, -0.52410054, -1.1722217, -1.4420547], [0.5526465, 1.6400344, -0.94546074, -0.5038636, 0.5649787], [-0.80012995, -0.027013155, 1.6509676, -1.5319356, 0.13901637], [-1.1476351, 1.0932323, -1.1672709, 1.2431172, -0.3884136]], [[1.7231804, -0.548355, -0.02791521, -1.5732158, -0.8910441], [-0.33786324, 1.5712615, 0.3458166, 1.2385049, 1.4136181], [-1.6395048, -0.74047154, 1.3289111, 1.02285, 0.25610015], [-0.38463902, -0.004590481, -1.9404963, -1.4855176, -0.5764608]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_sum_none_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_sum_none_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_sum_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.4395066, -1.0786914, 1.2260336, 1.0726619, 0.9234656], [0.26548433, 1.687117, -1.0811135, 0.48184997, -0.3168236], [1.7678677, -0.62606907, -1.0470465, 1.0720401, 1.2410183], [0.87519395, 1.1336489, -1.23206, 0.41972828, 0.14851964]], [[1.6381166, -0.41041133, -1.0172125, -0.77034813, 0.048369814], [1.9329773, 0.79176754, 0.88023925, -0.13274975, -0.41334274], [1.7259363, -0.19800109, -1.4980854, 1.1201047, -1.1928174], [-0.43950346, 0.44825652, 1.3278116, -1.9727834, 0.6082962]], [[-1.4550868, 0.524911, 0.41952455, 0.065774165, -0.29461175], [0.16354188, 1.828405, -0.5911925, -0.114569224, -1.4105883], [-0.44585922, -1.793058, 1.6381049, -0.6187716, 1.7505834], [-1.4595478, 0.64581406, 0.41025224, 0.64471334, 1.1804065]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_sum_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.4395066, -1.0786914, 1.2260336, 1.0726619, 0.9234656], [0.26548433, 1.687117, -1.0811135, 0.48184997, -0.3168236], [1.7678677, -0.62606907, -1.0470465, 1.0720401, 1.2410183], [0.87519395, 1.1336489, -1.23206, 0.41972828, 0.14851964]], [[1.6381166, -0.41041133, -1.0172125, -0.77034813, 0.048369814], [1.9329773, 0.79176754, 0.88023925, -0.13274975, -0.41334274], [1.7259363, -0.19800109, -1.4980854, 1.1201047, -1.1928174], [-0.43950346, 0.44825652, 1.3278116, -1.9727834, 0.6082962]], [[-1.4550868, 0.524911, 0.41952455, 0.065774165, -0.29461175], [0.16354188, 1.828405, -0.5911925, -0.114569224, -1.4105883], [-0.44585922, -1.793058, 1.6381049, -0.6187716, 1.7505834], [-1.4595478, 0.64581406, 0.41025224, 0.64471334, 1.1804065]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_sum_f16(%a0: tensor<3x7xf16>) -> (tensor<3xf16>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x7xf16>) -> (tensor<3xf16>)
  weft.return %r0 : tensor<3xf16>
}
weft.func @inputs_reduce_sum_f16() -> (tensor<3x7xf16>) {
  %0 = weft.constant dense<[[-1.701171875, 0.95703125, -1.8955078125, -0.79443359375, 1.3896484375, 0.281494140625, 1.7236328125], [1.4482421875, -0.306884765625, -0.8740234375, -1.185546875, -1.8310546875, 0.865234375, 1.224609375], [-1.8095703125, -0.033294677734375, 1.3232421875, 0.5576171875, -0.33349609375, 1.7978515625, -0.30908203125]]> : tensor<3x7xf16>
  weft.return %0 : tensor<3x7xf16>
}
weft.func @expected_reduce_sum_f16() -> (tensor<3xf16>) {
  %0 = weft.constant dense<[-0.039306640625, -0.6591796875, 1.193359375]> : tensor<3xf16>
  weft.return %0 : tensor<3xf16>
}
weft.func @test_reduce_sum_bf16(%a0: tensor<3x7xbf16>) -> (tensor<3xbf16>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x7xbf16>) -> (tensor<3xbf16>)
  weft.return %r0 : tensor<3xbf16>
}
weft.func @inputs_reduce_sum_bf16() -> (tensor<3x7xbf16>) {
  %0 = weft.constant dense<[[-0.75, -0.01104736328125, -0.61328125, -0.431640625, -0.01202392578125, -1.6875, 0.4140625], [0.330078125, 0.84765625, -1.03125, -1.8359375, 0.83203125, -0.5234375, 0.390625], [-0.91796875, -0.60546875, -0.94921875, -0.029296875, 0.58984375, -1.0546875, -0.734375]]> : tensor<3x7xbf16>
  weft.return %0 : tensor<3x7xbf16>
}
weft.func @expected_reduce_sum_bf16() -> (tensor<3xbf16>) {
  %0 = weft.constant dense<[-3.09375, -0.9921875, -3.703125]> : tensor<3xbf16>
  weft.return %0 : tensor<3xbf16>
}
weft.func @test_reduce_sum_f64(%a0: tensor<3x7xf64>) -> (tensor<3xf64>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x7xf64>) -> (tensor<3xf64>)
  weft.return %r0 : tensor<3xf64>
}
weft.func @inputs_reduce_sum_f64() -> (tensor<3x7xf64>) {
  %0 = weft.constant dense<[[-0.15033844780629213, 0.7856867149589122, -0.5234439239046371, -1.7510519690843274, 0.07561779400060509, -0.1831649306883154, 1.9879229442987003], [0.3205819944910697, -1.8152519907191667, 0.575409258895478, -1.6685915841566756, -0.5101373212429463, -1.8596293672171846, 0.4033018387414522], [-1.3088373464584673, 1.7770977806837265, -1.2264615197344746, 1.8724190121704254, 1.6552412193219692, 0.07197868590740653, -0.14330702811263318]]> : tensor<3x7xf64>
  weft.return %0 : tensor<3x7xf64>
}
weft.func @expected_reduce_sum_f64() -> (tensor<3xf64>) {
  %0 = weft.constant dense<[0.24122818177464556, -4.554317171207973, 2.6981308037779526]> : tensor<3xf64>
  weft.return %0 : tensor<3xf64>
}
weft.func @test_reduce_sum_i8(%a0: tensor<3x7xi8>) -> (tensor<3xi8>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x7xi8>) -> (tensor<3xi8>)
  weft.return %r0 : tensor<3xi8>
}
weft.func @inputs_reduce_sum_i8() -> (tensor<3x7xi8>) {
  %0 = weft.constant dense<[[-97, 47, -23, 84, 49, -59, -63], [6, -30, 78, -89, 51, -15, 68], [-62, -36, 83, -74, -10, 92, -56]]> : tensor<3x7xi8>
  weft.return %0 : tensor<3x7xi8>
}
weft.func @expected_reduce_sum_i8() -> (tensor<3xi8>) {
  %0 = weft.constant dense<[-62, 69, -63]> : tensor<3xi8>
  weft.return %0 : tensor<3xi8>
}
weft.func @test_reduce_sum_ui8(%a0: tensor<3x7xui8>) -> (tensor<3xui8>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x7xui8>) -> (tensor<3xui8>)
  weft.return %r0 : tensor<3xui8>
}
weft.func @inputs_reduce_sum_ui8() -> (tensor<3x7xui8>) {
  %0 = weft.constant dense<[[66, 27, 64, 17, 40, 8, 24], [5, 9, 71, 11, 10, 59, 84], [43, 96, 93, 91, 9, 17, 82]]> : tensor<3x7xui8>
  weft.return %0 : tensor<3x7xui8>
}
weft.func @expected_reduce_sum_ui8() -> (tensor<3xui8>) {
  %0 = weft.constant dense<[246, 249, 175]> : tensor<3xui8>
  weft.return %0 : tensor<3xui8>
}
weft.func @test_reduce_sum_i32(%a0: tensor<3x7xi32>) -> (tensor<3xi32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x7xi32>) -> (tensor<3xi32>)
  weft.return %r0 : tensor<3xi32>
}
weft.func @test_reduce_sum_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_sum_i32() -> (tensor<3x7xi32>) {
  %0 = weft.constant dense<[[58, 69, 19, 90, 89, -80, -42], [10, 21, -71, 23, 96, -63, 84], [20, -38, 45, -31, 61, 28, 71]]> : tensor<3x7xi32>
  weft.return %0 : tensor<3x7xi32>
}
weft.func @expected_reduce_sum_i32() -> (tensor<3xi32>) {
  %0 = weft.constant dense<[203, 100, 156]> : tensor<3xi32>
  weft.return %0 : tensor<3xi32>
}
weft.func @test_reduce_sum_i64(%a0: tensor<3x7xi64>) -> (tensor<3xi64>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x7xi64>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @inputs_reduce_sum_i64() -> (tensor<3x7xi64>) {
  %0 = weft.constant dense<[[-13, -95, -33, 51, -96, -36, 7], [53, 28, -70, -99, -25, -32, -19], [36, 39, -16, 23, -38, 62, -43]]> : tensor<3x7xi64>
  weft.return %0 : tensor<3x7xi64>
}
weft.func @expected_reduce_sum_i64() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[-215, -164, 63]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_reduce_sum_ui64(%a0: tensor<3x7xui64>) -> (tensor<3xui64>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<3x7xui64>) -> (tensor<3xui64>)
  weft.return %r0 : tensor<3xui64>
}
weft.func @inputs_reduce_sum_ui64() -> (tensor<3x7xui64>) {
  %0 = weft.constant dense<[[0, 20, 28, 23, 73, 29, 23], [65, 84, 40, 31, 71, 66, 54], [5, 99, 91, 87, 11, 42, 41]]> : tensor<3x7xui64>
  weft.return %0 : tensor<3x7xui64>
}
weft.func @expected_reduce_sum_ui64() -> (tensor<3xui64>) {
  %0 = weft.constant dense<[196, 411, 376]> : tensor<3xui64>
  weft.return %0 : tensor<3xui64>
}
weft.func @test_reduce_sum_nothing_f32(%a0: tensor<2x0xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<2x0xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_sum_nothing_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_sum_nothing_f32() -> (tensor<2x0xf32>) {
  %0 = weft.constant dense<> : tensor<2x0xf32>
  weft.return %0 : tensor<2x0xf32>
}
weft.func @expected_reduce_sum_nothing_f32() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[0.0, 0.0]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_reduce_sum_nothing_i32(%a0: tensor<2x0xi32>) -> (tensor<2xi32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<2x0xi32>) -> (tensor<2xi32>)
  weft.return %r0 : tensor<2xi32>
}
weft.func @test_reduce_sum_nothing_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_sum_nothing_i32() -> (tensor<2x0xi32>) {
  %0 = weft.constant dense<> : tensor<2x0xi32>
  weft.return %0 : tensor<2x0xi32>
}
weft.func @expected_reduce_sum_nothing_i32() -> (tensor<2xi32>) {
  %0 = weft.constant dense<[0, 0]> : tensor<2xi32>
  weft.return %0 : tensor<2xi32>
}
weft.func @test_reduce_sum_nothing_ui8(%a0: tensor<2x0xui8>) -> (tensor<2xui8>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<2x0xui8>) -> (tensor<2xui8>)
  weft.return %r0 : tensor<2xui8>
}
weft.func @test_reduce_sum_nothing_ui8.dynamic(%a0: tensor<?x?xui8>) -> (tensor<?xui8>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<?x?xui8>) -> (tensor<?xui8>)
  weft.return %r0 : tensor<?xui8>
}
weft.func @inputs_reduce_sum_nothing_ui8() -> (tensor<2x0xui8>) {
  %0 = weft.constant dense<> : tensor<2x0xui8>
  weft.return %0 : tensor<2x0xui8>
}
weft.func @expected_reduce_sum_nothing_ui8() -> (tensor<2xui8>) {
  %0 = weft.constant dense<[0, 0]> : tensor<2xui8>
  weft.return %0 : tensor<2xui8>
}
weft.func @test_reduce_mean_0(%a0: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0>} : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  weft.return %r0 : tensor<4x5xf32>
}
weft.func @test_reduce_mean_0.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_mean_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.44288832, -0.7862187, 0.1442586, 0.09842364, 1.1768136], [1.8883588, 1.2029207, 0.8934764, -1.2087132, -1.1510596], [-1.9502509, -1.6281873, 1.1313717, -1.772515, -0.9220983], [-0.46654657, -1.3712429, -0.6414888, -0.991095, -0.36328816]], [[-1.2859032, -1.897542, 1.6347051, 0.9708148, 1.0806109], [-0.98111457, 1.7584691, 1.3329735, -0.36641008, -0.84226537], [1.1721123, -1.9166667, 0.2896277, 1.471459, 1.6496947], [1.6979741, -0.2849452, -1.9372174, -0.6012496, -0.9186596]], [[0.31367847, 0.90011764, 1.9197544, -0.7232368, -0.54853505], [-1.6542003, 1.33198, -0.005358624, -1.0673195, 0.010957265], [-0.06095575, 1.2693826, -1.0817828, 0.027528575, -0.2203421], [-1.5986304, -1.4479185, -1.0369695, -0.26113132, 0.22196491]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_0() -> (tensor<4x5xf32>) {
  %0 = weft.constant dense<[[-0.47170436, -0.5945477, 1.232906, 0.115333885, 0.5696298], [-0.24898535, 1.4311233, 0.7403638, -0.88081425, -0.66078925], [-0.2796981, -0.7584905, 0.11307221, -0.09117582, 0.16908477], [-0.12240097, -1.0347022, -1.2052252, -0.61782527, -0.35332763]]> : tensor<4x5xf32>
  weft.return %0 : tensor<4x5xf32>
}
weft.func @test_reduce_mean_0_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>)
  weft.return %r0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_mean_0_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_mean_0_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.98104405, 1.6404499, -1.6338748, 1.8943595, -0.34950578], [1.1226062, -0.6713321, 0.9207319, 0.7422283, -1.9231259], [1.4864795, -1.8249669, -0.029986223, -1.1309164, 0.36676365], [-1.2717818, 0.4365519, 1.079686, 0.37458292, 1.3506235]], [[-0.47410938, 0.67399937, -0.21009336, 1.6618369, -1.6201026], [1.4781648, -1.9462981, 1.4219149, -1.6587265, 0.7884038], [-1.5936325, 1.1215202, -1.1097183, -1.7187617, 1.4802345], [0.30606902, 1.3894712, 1.1679553, -1.6228607, -1.6147295]], [[0.8594348, 1.3828545, -1.2786704, 1.5476478, -1.8945924], [1.0741807, 0.51020557, -0.45956403, -0.4709452, -0.7697249], [-0.09763534, 0.0013782879, -1.3396295, -1.9459567, 0.10758675], [-1.2379819, -1.6066769, -0.99086344, -1.4221379, 1.460973]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_0_keep() -> (tensor<1x4x5xf32>) {
  %0 = weft.constant dense<[[[0.4554565, 1.2324345, -1.0408795, 1.7012814, -1.288067], [1.2249839, -0.7024749, 0.62769425, -0.4624811, -0.63481563], [-0.06826276, -0.23402283, -0.8264447, -1.598545, 0.6515283], [-0.7345649, 0.07311538, 0.41892597, -0.8901385, 0.39895567]]]> : tensor<1x4x5xf32>
  weft.return %0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_mean_1(%a0: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_reduce_mean_1.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_mean_1() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.8378171, 0.5908306, -1.9609644, 0.6448443, 1.8172535], [1.0202183, 1.0552732, -0.32877985, -0.0906161, 1.6059668], [-1.0531678, 0.022145938, 0.9166885, -0.6498452, -0.11209007], [-1.8584396, 0.7289348, -1.3312851, -0.96477, -1.1003102]], [[0.8726298, -0.4026512, 1.97555, 1.1973364, 1.694409], [0.74849975, -1.0800179, -0.70484906, -0.54549694, -1.1900564], [-0.13316299, 1.1642833, 0.08741027, -1.334969, 0.9311093], [1.8605249, -0.10188075, -1.4332795, 0.9217457, 0.15642186]], [[1.2326944, 0.42270505, 1.4877486, -1.9425489, 0.60186934], [0.40679127, 1.115202, -1.1251553, 0.3416753, -0.9313799], [1.018946, -1.6812015, -1.3695562, 1.7809933, 0.95074296], [-0.99164253, -0.7509959, -0.26394513, -1.0662088, -1.4389565]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_1() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.6823015, 0.59929615, -0.67608523, -0.26509675, 0.552705], [0.83712286, -0.10506665, -0.018792063, 0.059654042, 0.39797094], [0.4166973, -0.22357258, -0.317727, -0.22152227, -0.20443103]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_reduce_mean_1_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>)
  weft.return %r0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_mean_1_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_mean_1_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.8795476, -1.1528823, 0.9919854, 0.87281436, 0.9426474], [-0.78798366, -1.1104932, 0.46642563, 1.9816666, -0.44520047], [-1.1260589, 0.03257391, -1.2406021, -0.6120392, 0.94104034], [-1.0301316, -0.20687495, 0.5741753, -1.3631556, -1.422177]], [[1.8594232, 1.4712298, 1.5391333, 0.28958496, 0.017600352], [-1.5650061, -1.0396504, -1.550257, 0.12910463, -0.2572313], [-1.3095381, -1.6046281, 0.29738906, -1.4354639, -1.9485095], [-1.0977613, 1.2117995, 0.63066304, 0.06868514, -1.0985852]], [[-0.12981553, -1.9603646, -0.6988703, -0.08240998, -1.6333511], [0.32013375, -0.22988787, -1.7834698, -1.4113107, -0.046594623], [1.5881869, -1.7724226, 0.2487732, -0.86230713, -0.4465126], [1.6894994, 0.5190228, -0.86291146, -0.19292013, 1.9252511]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_1_keep() -> (tensor<3x1x5xf32>) {
  %0 = weft.constant dense<[[[-0.26615664, -0.60941917, 0.19799605, 0.21982153, 0.004077576]], [[-0.5282206, 0.009687692, 0.2292321, -0.2370223, -0.82168144]], [[0.8670011, -0.86091304, -0.7741196, -0.63723695, -0.050301798]]]> : tensor<3x1x5xf32>
  weft.return %0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_mean_2(%a0: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 2>} : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_reduce_mean_2.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 2>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_mean_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.4693638, -0.29694477, 0.118905455, -0.16662364, -1.397763], [1.8709798, -1.0834095, -1.1234058, -1.5583737, 1.7671875], [1.6592212, 0.5481269, 0.11455763, 0.32416746, -0.5184189], [1.5595213, 0.22940743, 1.4235439, 0.7781233, 0.715808]], [[0.6844498, 1.1036255, 1.2535346, 0.7325882, -0.71695465], [-0.94714546, -1.2162459, 1.423986, -0.056838073, -1.9986907], [0.39627075, 1.4543662, 1.6746262, 1.7542219, 1.4746661], [-1.2931225, 0.062650405, 0.83361286, 0.57303596, -0.56564194]], [[-1.8511883, 1.5728374, 1.112337, 1.4640508, -0.4578972], [-1.0077863, 1.3768302, 0.61827916, 0.66892767, -1.86279], [-1.5712063, 1.0775222, 1.5342424, -0.586021, 1.488717], [-1.2832474, 0.31944913, -0.6030312, 0.13553758, -1.2131633]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_2() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[-0.05461243, -0.025404358, 0.42553085, 0.9412808], [0.6114487, -0.55898684, 1.3508302, -0.07789305], [0.36802793, -0.041307844, 0.38865083, -0.528891]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_reduce_mean_2_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>)
  weft.return %r0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_mean_2_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_mean_2_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.46800813, -0.15309304, 0.31758624, -1.1800152, 0.42195553], [-1.1527134, 1.9046999, -1.034598, -1.5614891, -0.9154441], [0.27230594, -0.21515466, 0.63759404, -1.5606359, -0.34980458], [0.22422454, 1.8986572, 1.5458342, 0.2865886, -0.7984616]], [[-1.5406766, 0.5296578, 0.25315568, -0.10295004, 0.8809007], [-0.13865198, 1.1167547, -0.84582204, -0.69029313, 1.6493483], [0.31616506, 1.8198118, -1.7541245, 1.6991725, -1.7704899], [0.9911358, 0.31646377, -1.5142962, -0.78835905, -0.08084103]], [[0.2324076, -0.049123645, -1.8911413, 1.9783201, -0.59141606], [0.8905315, 1.7153553, 1.8972003, -1.2653624, 1.5689065], [0.051011246, 0.62063503, -1.0160788, -1.4236163, 0.3168466], [1.6126341, -0.32544556, 1.8124442, 0.8229637, -1.9249591]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_2_keep() -> (tensor<3x4x1xf32>) {
  %0 = weft.constant dense<[[[-0.21231492], [-0.5519089], [-0.24313904], [0.6313686]], [[0.004017502], [0.21826716], [0.062106986], [-0.21517934]], [[-0.064190656], [0.96132624], [-0.29024044], [0.39952746]]]> : tensor<3x4x1xf32>
  weft.return %0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_mean_02(%a0: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0, 2>} : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  weft.return %r0 : tensor<4xf32>
}
weft.func @test_reduce_mean_02.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0, 2>} : (tensor<?x?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_mean_02() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.7356049, -1.5503857, -1.1121695, 0.25132617, 1.7582321], [-1.4607155, -0.8095374, -1.8176355, -1.6484314, -0.2769638], [0.303153, 0.044224057, -1.8102455, -0.2845762, -0.2241633], [1.7406029, -0.6902816, 0.5341464, -0.04847194, 1.113182]], [[0.4165906, 1.9685423, 0.54820216, -0.6331705, -0.31863967], [1.4242474, -0.5274924, 1.7069153, -0.23779552, 1.7727245], [-1.3986751, 1.1361078, -0.22154607, -1.0927298, 0.3614973], [-1.7617487, -1.2005193, 1.3889803, 0.09515385, -0.64707404]], [[-1.4227008, -1.3584018, -1.0803729, -0.1574131, -1.919772], [-1.1793237, -0.28752908, 1.5305119, 1.4624348, 1.7401584], [-1.099693, -1.5030829, 1.396681, 0.79471064, -1.0139272], [-0.26697838, 1.6984577, 1.2676632, 1.7451954, -0.024395147]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_02() -> (tensor<4xf32>) {
  %0 = weft.constant dense<[-0.19163518, 0.09277119, -0.30748436, 0.32959417]> : tensor<4xf32>
  weft.return %0 : tensor<4xf32>
}
weft.func @test_reduce_mean_02_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>)
  weft.return %r0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_mean_02_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_mean_02_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.2296175, 0.15607932, -1.5464276, -1.5318052, -1.6361061], [-0.9922107, -1.3443884, -0.9690681, 0.78046066, 0.6891249], [-1.8969566, 1.4358981, 1.2799119, 1.777001, -1.1282296], [0.9207181, 0.22792515, 0.826289, 1.6134613, -1.6752255]], [[1.3650588, 1.435204, 0.58006406, -0.39366817, 0.16475764], [-1.4383231, 0.979563, 0.20484813, 0.3005222, 0.8369772], [-1.5953829, -1.8104335, -1.5238931, -1.6799258, 1.2064484], [-1.4704561, -0.49224108, 0.6271392, -0.9684607, 1.6468189]], [[1.6556045, -0.43703967, 0.3464899, 1.1428045, 1.9267952], [0.77110815, -0.20106132, -1.8265579, 0.56722236, 0.63691145], [0.77353334, -0.6077242, 1.4464115, 0.37026134, -0.47914442], [-1.0271529, -1.8777226, 0.8476493, -0.7363948, 1.4158493]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_02_keep() -> (tensor<1x4x1xf32>) {
  %0 = weft.constant dense<[[[0.13321291], [-0.06699143], [-0.16214831], [-0.008120237]]]> : tensor<1x4x1xf32>
  weft.return %0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_mean_012(%a0: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0, 1, 2>} : (tensor<3x4x5xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @test_reduce_mean_012.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0, 1, 2>} : (tensor<?x?x?xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @inputs_reduce_mean_012() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.71233296, -0.7764323, 1.1348774, -0.47964492, 1.9434445], [0.2622586, 1.7496353, -1.51305, -1.813829, -1.9464489], [1.5041997, -0.09261729, 0.93422544, 0.10100862, 1.8697], [1.2398005, -0.082240194, -1.276576, -0.46311525, -0.437658]], [[-0.56041276, 0.85835624, 1.3471564, 1.3197669, -1.2126671], [-1.3259586, 0.6820194, 0.93265694, 1.1349399, 1.6147329], [-0.6556507, -1.7284224, -0.5200591, -0.7038444, -1.5591977], [0.71783143, 0.045110863, 0.49481645, 1.4770901, 0.3033465]], [[1.5494446, 1.2561548, 0.1110733, 0.4771323, -0.11872645], [-0.44948703, 0.92532235, 0.40423164, -0.5209437, 0.61139536], [0.14272885, -1.5548877, 0.9797997, -0.0133921085, 1.7133089], [1.5964059, -1.5450904, -0.93556505, 0.78625, -1.1987106]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_012() -> (tensor<f32>) {
  %0 = weft.constant dense<0.13372102> : tensor<f32>
  weft.return %0 : tensor<f32>
}
weft.func @test_reduce_mean_012_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>)
  weft.return %r0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_mean_012_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_mean_012_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.296788, 0.69412076, 1.8022131, -0.5947216, 0.75247777], [0.40853995, 0.72681993, 1.792757, -0.5903659, -1.0743824], [1.218702, -1.3953749, 0.20530264, 1.7041916, 1.3873421], [0.7655803, -1.9437175, 1.919791, -0.18981232, -0.8359221]], [[-1.7312907, -1.4230393, -1.8176697, 0.23974739, -0.47691324], [-0.8225256, 1.2730889, -1.6799268, -0.3120654, 1.212633], [1.3196237, 0.83643895, 0.09619653, -1.3640072, -0.41874], [0.916235, 1.1231908, 0.44135264, 1.5948526, 0.25841555]], [[1.3904184, 1.6187341, -1.3278195, -1.4169432, 1.9515963], [-0.8158977, -0.20628211, -0.30534938, 1.3931968, -1.9500273], [-0.037102472, -0.15325527, -1.6061589, -0.21507911, 1.4970962], [-1.7940841, -0.99878126, 0.4311889, 0.17310666, 1.0394087]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_012_keep() -> (tensor<1x1x1xf32>) {
  %0 = weft.constant dense<[[[0.099731535]]]> : tensor<1x1x1xf32>
  weft.return %0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_mean_none(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64>} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_mean_none.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_mean_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.63117945, -1.5074526, -0.5197042, 1.3214914, -0.25731936], [-0.4133963, 1.1273891, 0.3416959, -1.4528377, -0.47810385], [1.6367027, -1.8829062, 1.0489051, -0.766536, 0.9939407], [-1.3421172, 0.62456495, 1.4399495, -1.7355714, 1.829037]], [[-1.5744933, -1.9465181, 1.2905185, 0.050778385, -1.8598045], [0.6211612, 0.033958923, 1.9795145, 1.9045329, 1.5150126], [0.09249516, 1.274611, 0.9459479, -0.90990186, 0.9907686], [-0.81696504, -0.3191862, -1.6805053, -1.4529355, 0.005138289]], [[1.3514007, 1.1767491, -1.3726355, 0.1701782, -0.7734506], [-1.1806093, -0.5361314, 0.7198362, 1.7010934, -1.6106635], [-0.8276737, 0.9926482, -0.008766557, -0.4485545, 1.2064407], [-1.9276052, 1.7854207, -0.91154397, 1.3873829, 1.3393035]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.63117945, -1.5074526, -0.5197042, 1.3214914, -0.25731936], [-0.4133963, 1.1273891, 0.3416959, -1.4528377, -0.47810385], [1.6367027, -1.8829062, 1.0489051, -0.766536, 0.9939407], [-1.3421172, 0.62456495, 1.4399495, -1.7355714, 1.829037]], [[-1.5744933, -1.9465181, 1.2905185, 0.050778385, -1.8598045], [0.6211612, 0.033958923, 1.9795145, 1.9045329, 1.5150126], [0.09249516, 1.274611, 0.9459479, -0.90990186, 0.9907686], [-0.81696504, -0.3191862, -1.6805053, -1.4529355, 0.005138289]], [[1.3514007, 1.1767491, -1.3726355, 0.1701782, -0.7734506], [-1.1806093, -0.5361314, 0.7198362, 1.7010934, -1.6106635], [-0.8276737, 0.9926482, -0.008766557, -0.4485545, 1.2064407], [-1.9276052, 1.7854207, -0.91154397, 1.3873829, 1.3393035]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_mean_none_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_mean_none_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_mean_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.3512326, 0.4763744, 0.5955961, -1.8074679, -0.29160628], [0.5015041, -0.907912, 0.72483915, 0.2097754, 0.6697891], [1.4249241, -0.6627276, 0.49850857, -1.8039219, 1.1898656], [1.2606435, 0.75258225, 0.76515883, 0.24232246, -0.69884]], [[1.1879768, -1.4734296, 0.3266322, -1.5686541, 0.9816837], [0.0077262106, 0.5337876, -1.318496, -0.3352628, 0.6411103], [-0.23577304, 0.8940727, -1.6607374, -0.56687707, -1.5681388], [0.95534694, -0.42131576, 0.9923025, 1.0250115, -1.8489249]], [[0.4847001, 1.2173337, 1.6621059, -1.6454922, -1.6314031], [-0.22500667, 1.0015025, -1.5535336, 1.987554, 0.8488538], [-1.9423726, 0.97554576, -0.28014553, -1.2979484, 0.65156204], [0.8604381, 0.48488247, -0.98740166, -1.272171, -1.76046]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_mean_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.3512326, 0.4763744, 0.5955961, -1.8074679, -0.29160628], [0.5015041, -0.907912, 0.72483915, 0.2097754, 0.6697891], [1.4249241, -0.6627276, 0.49850857, -1.8039219, 1.1898656], [1.2606435, 0.75258225, 0.76515883, 0.24232246, -0.69884]], [[1.1879768, -1.4734296, 0.3266322, -1.5686541, 0.9816837], [0.0077262106, 0.5337876, -1.318496, -0.3352628, 0.6411103], [-0.23577304, 0.8940727, -1.6607374, -0.56687707, -1.5681388], [0.95534694, -0.42131576, 0.9923025, 1.0250115, -1.8489249]], [[0.4847001, 1.2173337, 1.6621059, -1.6454922, -1.6314031], [-0.22500667, 1.0015025, -1.5535336, 1.987554, 0.8488538], [-1.9423726, 0.97554576, -0.28014553, -1.2979484, 0.65156204], [0.8604381, 0.48488247, -0.98740166, -1.272171, -1.76046]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_mean_f16(%a0: tensor<3x7xf16>) -> (tensor<3xf16>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x7xf16>) -> (tensor<3xf16>)
  weft.return %r0 : tensor<3xf16>
}
weft.func @inputs_reduce_mean_f16() -> (tensor<3x7xf16>) {
  %0 = weft.constant dense<[[-1.330078125, -0.55908203125, -0.64990234375, -1.720703125, 1.3779296875, -1.251953125, -1.6787109375], [-1.1650390625, -0.2322998046875, 0.497314453125, -1.6748046875, -1.3955078125, -1.89453125, -0.4072265625], [1.9970703125, 1.125, 1.4111328125, 1.6552734375, -1.1162109375, 0.5888671875, -0.3330078125]]> : tensor<3x7xf16>
  weft.return %0 : tensor<3x7xf16>
}
weft.func @expected_reduce_mean_f16() -> (tensor<3xf16>) {
  %0 = weft.constant dense<[-0.83056640625, -0.89599609375, 0.76123046875]> : tensor<3xf16>
  weft.return %0 : tensor<3xf16>
}
weft.func @test_reduce_mean_bf16(%a0: tensor<3x7xbf16>) -> (tensor<3xbf16>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x7xbf16>) -> (tensor<3xbf16>)
  weft.return %r0 : tensor<3xbf16>
}
weft.func @inputs_reduce_mean_bf16() -> (tensor<3x7xbf16>) {
  %0 = weft.constant dense<[[-0.546875, 1.03125, 0.248046875, 0.490234375, -0.91796875, 1.7578125, 0.625], [0.51953125, 1.0390625, 1.65625, -1.296875, -0.9453125, 1.890625, 0.6953125], [1.5546875, -0.67578125, 1.9453125, -0.275390625, 1.21875, 1.6484375, 0.068359375]]> : tensor<3x7xbf16>
  weft.return %0 : tensor<3x7xbf16>
}
weft.func @expected_reduce_mean_bf16() -> (tensor<3xbf16>) {
  %0 = weft.constant dense<[0.384765625, 0.5078125, 0.78515625]> : tensor<3xbf16>
  weft.return %0 : tensor<3xbf16>
}
weft.func @test_reduce_mean_f64(%a0: tensor<3x7xf64>) -> (tensor<3xf64>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x7xf64>) -> (tensor<3xf64>)
  weft.return %r0 : tensor<3xf64>
}
weft.func @inputs_reduce_mean_f64() -> (tensor<3x7xf64>) {
  %0 = weft.constant dense<[[-0.3331034490627167, -0.008458086785051666, -1.4841783117812257, -1.713563577187157, 1.7809546238536043, 0.6088664973583802, -1.6633230616592032], [0.35928027020980435, -1.004987212994922, 1.359696104667628, -0.5639208414516985, -1.930152844613953, 0.6619774345850069, 1.9776099942073695], [0.9481865822770632, 1.8455723147468226, -1.5914815584575406, -0.8334590687267007, 1.103053252806086, -0.15081579882635499, -1.2870300264251968]]> : tensor<3x7xf64>
  weft.return %0 : tensor<3x7xf64>
}
weft.func @expected_reduce_mean_f64() -> (tensor<3xf64>) {
  %0 = weft.constant dense<[-0.4018293378947671, 0.12278612922989073, 0.004860813913454086]> : tensor<3xf64>
  weft.return %0 : tensor<3xf64>
}
weft.func @test_reduce_mean_i8(%a0: tensor<3x7xi8>) -> (tensor<3xi8>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x7xi8>) -> (tensor<3xi8>)
  weft.return %r0 : tensor<3xi8>
}
weft.func @inputs_reduce_mean_i8() -> (tensor<3x7xi8>) {
  %0 = weft.constant dense<[[14, -32, -7, -43, 80, 40, 18], [54, 12, 47, 76, 33, -92, 49], [-62, 84, -32, -48, 87, -45, 92]]> : tensor<3x7xi8>
  weft.return %0 : tensor<3x7xi8>
}
weft.func @expected_reduce_mean_i8() -> (tensor<3xi8>) {
  %0 = weft.constant dense<[10, 25, 10]> : tensor<3xi8>
  weft.return %0 : tensor<3xi8>
}
weft.func @test_reduce_mean_ui8(%a0: tensor<3x7xui8>) -> (tensor<3xui8>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x7xui8>) -> (tensor<3xui8>)
  weft.return %r0 : tensor<3xui8>
}
weft.func @inputs_reduce_mean_ui8() -> (tensor<3x7xui8>) {
  %0 = weft.constant dense<[[98, 80, 88, 85, 66, 88, 79], [2, 64, 98, 30, 95, 56, 74], [24, 45, 9, 61, 33, 50, 80]]> : tensor<3x7xui8>
  weft.return %0 : tensor<3x7xui8>
}
weft.func @expected_reduce_mean_ui8() -> (tensor<3xui8>) {
  %0 = weft.constant dense<[83, 59, 43]> : tensor<3xui8>
  weft.return %0 : tensor<3xui8>
}
weft.func @test_reduce_mean_i32(%a0: tensor<3x7xi32>) -> (tensor<3xi32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x7xi32>) -> (tensor<3xi32>)
  weft.return %r0 : tensor<3xi32>
}
weft.func @test_reduce_mean_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_mean_i32() -> (tensor<3x7xi32>) {
  %0 = weft.constant dense<[[48, -73, 3, -91, 5, -53, -11], [56, -49, 76, -84, -46, 46, 92], [-54, -5, -78, 37, -95, 33, 67]]> : tensor<3x7xi32>
  weft.return %0 : tensor<3x7xi32>
}
weft.func @expected_reduce_mean_i32() -> (tensor<3xi32>) {
  %0 = weft.constant dense<[-24, 13, -13]> : tensor<3xi32>
  weft.return %0 : tensor<3xi32>
}
weft.func @test_reduce_mean_i64(%a0: tensor<3x7xi64>) -> (tensor<3xi64>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x7xi64>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @inputs_reduce_mean_i64() -> (tensor<3x7xi64>) {
  %0 = weft.constant dense<[[-12, 35, 68, -68, 79, 69, -6], [-86, -40, 71, 87, 94, 39, -73], [-28, -77, -68, 18, -22, -83, -12]]> : tensor<3x7xi64>
  weft.return %0 : tensor<3x7xi64>
}
weft.func @expected_reduce_mean_i64() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[23, 13, -38]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_reduce_mean_ui64(%a0: tensor<3x7xui64>) -> (tensor<3xui64>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<3x7xui64>) -> (tensor<3xui64>)
  weft.return %r0 : tensor<3xui64>
}
weft.func @inputs_reduce_mean_ui64() -> (tensor<3x7xui64>) {
  %0 = weft.constant dense<[[31, 81, 62, 70, 65, 51, 71], [90, 38, 58, 50, 86, 55, 6], [15, 7, 44, 85, 57, 73, 6]]> : tensor<3x7xui64>
  weft.return %0 : tensor<3x7xui64>
}
weft.func @expected_reduce_mean_ui64() -> (tensor<3xui64>) {
  %0 = weft.constant dense<[61, 54, 41]> : tensor<3xui64>
  weft.return %0 : tensor<3xui64>
}
weft.func @test_reduce_mean_nothing_f32(%a0: tensor<2x0xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<2x0xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_mean_nothing_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_mean_nothing_f32() -> (tensor<2x0xf32>) {
  %0 = weft.constant dense<> : tensor<2x0xf32>
  weft.return %0 : tensor<2x0xf32>
}
weft.func @expected_reduce_mean_nothing_f32() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[0x7FC00000, 0x7FC00000]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_reduce_mean_nothing_i32(%a0: tensor<2x0xi32>) -> (tensor<2xi32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<2x0xi32>) -> (tensor<2xi32>)
  weft.return %r0 : tensor<2xi32>
}
weft.func @test_reduce_mean_nothing_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_mean_nothing_i32() -> (tensor<2x0xi32>) {
  %0 = weft.constant dense<> : tensor<2x0xi32>
  weft.return %0 : tensor<2x0xi32>
}
weft.func @expected_reduce_mean_nothing_i32() -> (tensor<2xi32>) {
  %0 = weft.constant dense<[0, 0]> : tensor<2xi32>
  weft.return %0 : tensor<2xi32>
}
weft.func @test_reduce_mean_nothing_ui8(%a0: tensor<2x0xui8>) -> (tensor<2xui8>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<2x0xui8>) -> (tensor<2xui8>)
  weft.return %r0 : tensor<2xui8>
}
weft.func @test_reduce_mean_nothing_ui8.dynamic(%a0: tensor<?x?xui8>) -> (tensor<?xui8>) {
  %r0 = weft.reduce mean %a0 {dims = array<i64: 1>} : (tensor<?x?xui8>) -> (tensor<?xui8>)
  weft.return %r0 : tensor<?xui8>
}
weft.func @inputs_reduce_mean_nothing_ui8() -> (tensor<2x0xui8>) {
  %0 = weft.constant dense<> : tensor<2x0xui8>
  weft.return %0 : tensor<2x0xui8>
}
weft.func @expected_reduce_mean_nothing_ui8() -> (tensor<2xui8>) {
  %0 = weft.constant dense<[0, 0]> : tensor<2xui8>
  weft.return %0 : tensor<2xui8>
}
weft.func @test_reduce_prod_0(%a0: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0>} : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  weft.return %r0 : tensor<4x5xf32>
}
weft.func @test_reduce_prod_0.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_prod_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.5181, -1.7133656, -0.72031784, 1.5425706, -1.2327154], [-1.0038868, 1.3260512, -1.2600914, -1.0432032, 0.9857853], [1.425666, 1.7687113, -1.8206586, -0.68144697, 0.44286817], [-0.67256755, 0.96480185, -1.0985613, 0.4182405, -1.3515966]], [[-1.3980361, 1.1907816, 0.5103866, 0.2705736, -0.49622855], [0.6934599, 1.8099164, -0.5002817, -1.8103136, -0.9691892], [1.1235089, -0.80984634, 1.0177356, -1.1848626, 0.38579538], [-0.537454, 0.13142118, -0.50150883, 0.3737108, 0.9567072]], [[0.8032285, -0.2786362, -1.8520602, 1.3085893, -1.5733073], [-0.4828678, 1.155098, 1.9181608, 0.9061315, -1.5438572], [1.8590767, -1.8104056, -1.8532325, 0.94265395, 1.674717], [0.561313, 1.5020978, 0.5910457, -1.6615028, 0.47712]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_0() -> (tensor<4x5xf32>) {
  %0 = weft.constant dense<[[1.704739, 0.56848586, 0.68089247, 0.5461775, -0.9624055], [0.33615097, 2.7722836, 1.2092098, 1.711252, 1.4750205], [2.9777732, 2.5931969, 3.4339454, 0.76111865, 0.28613627], [0.20290011, 0.19045909, 0.32562962, -0.25969455, -0.6169554]]> : tensor<4x5xf32>
  weft.return %0 : tensor<4x5xf32>
}
weft.func @test_reduce_prod_0_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>)
  weft.return %r0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_prod_0_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_prod_0_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.064688, -0.024028666, 0.84248513, -0.12798524, -1.589038], [1.4485129, -1.1734738, -1.1811281, -1.482195, -0.6146037], [-0.39166847, -1.2060337, -1.3481293, -0.19505268, -1.9512691], [-0.03269871, -1.5719815, -1.4655666, -1.5203907, 1.3866127]], [[1.2623085, 1.9387639, 1.2228026, 0.023932245, -0.42578182], [0.33909658, 0.5199607, 1.954199, -0.65924925, 1.6138725], [1.803552, 1.8181717, 0.5030512, 0.46015638, 1.98545], [-0.3440921, 1.1037995, -1.6797496, -1.0462826, 0.01520073]], [[0.94489837, -1.2843134, 1.2768381, 0.29899952, -1.4568809], [-1.8452141, -0.40744984, 1.2876084, 1.9067272, 1.0389229], [-1.0998883, 1.588839, -1.375409, -0.41197056, 0.67460775], [-0.647878, -0.6842323, -0.2678374, 1.6170617, -0.12702912]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_0_keep() -> (tensor<1x4x5xf32>) {
  %0 = weft.constant dense<[[[1.26991, 0.05983091, 1.3153896, -0.00091582775, -0.98570156], [-0.9063429, 0.2486097, -2.9720054, 1.8631316, -1.0304993], [0.776955, -3.4839687, 0.9327722, 0.036976308, -2.61353], [-0.0072895135, 1.1872473, -0.6593581, 2.5723546, -0.0026774595]]]> : tensor<1x4x5xf32>
  weft.return %0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_prod_1(%a0: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_reduce_prod_1.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_prod_1() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.6503711, -0.57672626, 0.34415835, 0.16350238, 1.823869], [0.034266938, 1.1615642, 1.000857, -0.13493194, -0.32369485], [-0.15985478, -1.5220494, -1.6541606, -1.5432417, -1.4777133], [-1.671664, -0.41531262, -1.4056746, 1.9114316, -0.3743507]], [[-1.9817033, 0.6422358, 0.8612014, 1.7920781, -1.0216057], [-0.72826743, 0.9932556, 0.50291884, 0.49909037, 1.7383596], [1.9857018, -1.96594, -0.44897217, 1.7741158, -1.9280872], [-0.6444809, 1.0573025, -1.7000695, 0.35085538, 1.6807132]], [[0.13692956, -1.9826598, -1.5460428, -0.36345905, -1.9506953], [0.6434964, -0.9229826, -0.62942344, 1.134486, 0.93699276], [1.200951, -1.2406132, -0.62595785, 0.5455334, 0.007971083], [1.2262437, -0.34719902, 1.6421778, -1.118642, 0.61639655]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_1() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.015112333, -0.42346433, 0.80092674, 0.0650776, -0.32658654], [-1.8469434, -1.3259436, 0.33058926, 0.55673206, 5.754972], [0.12976137, 0.7882366, -1.0002986, 0.2516327, -0.008980555]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_reduce_prod_1_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>)
  weft.return %r0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_prod_1_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_prod_1_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.1998026, 1.9547043, -0.4869435, 1.5364544, 0.409215], [0.56457204, -0.9727226, 1.5152854, -1.7321537, 1.9634472], [0.2672635, 0.32783148, -1.3003604, 0.70241994, -1.3785228], [1.3402053, 0.98941, -1.3249685, 1.1541569, 0.5325473]], [[-0.81404394, 0.6532626, 0.7816415, -0.0008333922, 0.7742293], [1.1646316, 1.5666399, 1.3225948, -1.5692513, 1.4450955], [1.7991854, -0.068085045, 1.6226685, -1.1032982, -1.8388219], [-0.214262, -1.52077, -1.4763068, -0.22434226, 1.8959494]], [[0.08021354, 1.9513392, 0.035584036, -0.14744054, -1.9164106], [-1.666587, 1.4964998, 0.7494522, 0.2557551, 1.5642127], [0.6013614, -0.8715136, 1.4636703, 0.915434, -1.67869], [1.3259859, -0.54108983, 1.3813194, 1.303523, 1.6305792]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_1_keep() -> (tensor<3x1x5xf32>) {
  %0 = weft.constant dense<[[[0.24262758, -0.6167327, -1.2712831, -2.1575844, -0.5898518]], [[0.36547482, 0.10596739, -2.476514, 0.0003237024, -3.9006102]], [[-0.10659826, 1.3770604, 0.053918336, -0.04499735, 8.205343]]]> : tensor<3x1x5xf32>
  weft.return %0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_prod_2(%a0: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 2>} : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_reduce_prod_2.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 2>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_prod_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.5457419, 0.94283205, -0.74797565, 1.4305819, -1.5402627], [1.5047444, 1.8912594, 0.06667788, 0.19503705, 0.44357708], [1.5897337, -1.6477077, 1.4086963, -0.6046384, -0.3756069], [1.492093, -1.512471, -1.4257063, 0.72372836, 0.9183927]], [[-1.0981742, 0.77368844, -0.5723647, -1.8898073, -0.95101506], [-1.3555613, -0.19460052, -0.18724932, -0.4606703, 1.6383297], [-0.45977888, -1.2348468, 1.7897273, 0.5615564, 1.8073341], [-0.1941543, 0.42051324, -0.68579245, 1.8520657, -0.89583117]], [[1.7248482, -0.6340971, 1.0706499, 0.5886226, 1.1117395], [-1.1835285, 1.9961551, -0.012662733, -1.700146, 0.7302824], [-1.6886425, 0.59232473, 0.86815155, -1.1862984, -1.536888], [-1.4610478, 0.62784743, 0.9878666, 1.6783338, -0.70025563]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_2() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[-2.401963, 0.01641655, -0.8380139, 2.1385381], [0.8740074, 0.037279915, 1.0312899, -0.09289706], [-0.7662917, -0.037143048, -1.5831763, 1.0650053]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_reduce_prod_2_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>)
  weft.return %r0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_prod_2_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_prod_2_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.6084328, 0.51867014, 1.345918, 0.9039089, -0.03902036], [-0.92524105, 0.9167362, 1.4254718, -1.1228946, 0.84152174], [1.0848278, 1.987097, -0.4984394, -0.42854467, -1.8225256], [-1.3602396, 0.97794515, -0.91037625, 1.6461662, -0.72488594]], [[1.1852229, -0.5584321, 1.025071, -0.24650484, -1.1555257], [-1.1779152, -0.85431105, -1.5238872, 1.4684601, 1.6879009], [1.1850953, -1.9812, 1.529992, 1.1781263, 1.3685863], [0.5248917, -1.1688689, -0.8086647, -0.44366142, -1.2612876]], [[-1.8886459, 1.8136544, -0.4425679, 0.43290704, -1.5706109], [1.4292257, 1.0060629, -1.8385621, -1.1954592, 0.9769526], [-1.77245, -1.9058082, -1.5258363, -1.4314675, 1.0951371], [1.1293526, 0.2873774, -0.7790376, 1.1351466, 0.5368753]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_2_keep() -> (tensor<3x4x1xf32>) {
  %0 = weft.constant dense<[[[0.03960306], [1.1425159], [-0.8391932], [-1.4450877]], [[-0.19325441], [-3.8009481], [-5.7920833], [0.27763215]], [[-1.0307379], [3.0875394], [8.079996], [-0.15408698]]]> : tensor<3x4x1xf32>
  weft.return %0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_prod_02(%a0: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0, 2>} : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  weft.return %r0 : tensor<4xf32>
}
weft.func @test_reduce_prod_02.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0, 2>} : (tensor<?x?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_prod_02() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.7552233, -1.2449198, 0.7820309, 0.2646446, -0.42299566], [0.12127875, -1.0281712, 0.3444527, -1.4471089, 1.9483765], [1.2943313, -0.01145124, 1.9117922, 0.7114384, 0.31396505], [0.5867449, 0.8076741, 1.9602916, 1.1360111, -1.050175]], [[-1.763959, 1.680925, 0.9516183, 0.33070862, -0.042415533], [1.7979032, -1.8313546, -1.3788826, -0.7314103, 1.990216], [0.7799867, 0.40317002, -0.62901384, -1.3686953, -1.9334393], [-1.432403, -1.3045349, 0.043854605, -0.5357408, 1.912269]], [[1.6847259, 0.22120161, -1.3355762, -0.73049194, -1.8931066], [0.64753985, -0.45978522, 1.7062967, -0.7342303, 1.4054441], [-0.42395717, 0.6138467, -0.579051, 1.2358301, -1.1031269], [-1.3598787, -1.7932901, -0.4747194, 0.9355376, -0.1498302]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_02() -> (tensor<4xf32>) {
  %0 = weft.constant dense<[0.005211267, -0.41956875, -0.00068063324, 0.015098665]> : tensor<4xf32>
  weft.return %0 : tensor<4xf32>
}
weft.func @test_reduce_prod_02_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>)
  weft.return %r0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_prod_02_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_prod_02_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.3724132, 0.3453962, 0.1351513, -0.0050198166, -1.8396918], [0.36239472, -1.2355949, -1.6696825, -1.5916969, -1.3392898], [0.4815712, -0.85505754, -0.8202874, -0.3475111, 1.8263752], [-0.9689188, -0.7965316, -0.9961409, -0.74097633, -0.80873996]], [[1.3227459, 1.916993, -0.42628667, 1.4707392, -1.5759783], [-0.07187364, 1.2894534, -1.6389617, 1.9944805, -0.4027907], [-0.002925316, 1.7831578, 1.679305, -1.1648362, -0.176354], [0.94021434, -0.15974244, 1.7592465, -1.1992431, 1.9020714]], [[0.4857213, 0.4547286, 0.73338145, -0.9404174, -0.22424538], [-1.1253074, 1.2237892, -0.67572224, -1.4268931, 1.55831], [-0.62381256, 1.800925, -0.2185148, 0.60349876, 1.1433772], [0.063399486, 1.7764368, 1.2381986, 1.566893, 0.12692314]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_02_keep() -> (tensor<1x4x1xf32>) {
  %0 = weft.constant dense<[[[5.063533e-05], [0.40241247], [6.534607e-05], [-0.0077008437]]]> : tensor<1x4x1xf32>
  weft.return %0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_prod_012(%a0: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0, 1, 2>} : (tensor<3x4x5xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @test_reduce_prod_012.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0, 1, 2>} : (tensor<?x?x?xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @inputs_reduce_prod_012() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.4820663, -1.3084114, -1.4152119, 0.1369764, 1.802673], [0.21186249, -0.28079635, -1.5494939, -0.49983662, -1.2631874], [-0.17412025, -0.16509302, 1.737183, -0.4165658, 1.5334307], [-1.8322724, -0.6159065, 0.88775295, -0.21274416, -1.6839726]], [[-0.5726529, 0.21390547, 1.823058, -1.0508429, -1.6416596], [1.0305339, 0.46169883, -0.6018396, -0.43510783, -0.68814135], [0.65273654, 1.4629014, -0.8009247, 1.6389459, -0.32555595], [-0.0346329, -0.9742986, -1.65291, -1.1950549, -0.9966292]], [[-0.24933244, -0.024365881, 1.3789048, -0.56182474, 1.0623176], [-0.984419, -0.087716304, -1.6937605, 1.5682441, -0.5899824], [0.5624745, 0.24772409, -0.04749594, -1.0437872, 1.2966033], [-0.11016348, -1.4734068, -1.6004931, 0.0148694655, 0.2605713]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_012() -> (tensor<f32>) {
  %0 = weft.constant dense<-2.465949e-15> : tensor<f32>
  weft.return %0 : tensor<f32>
}
weft.func @test_reduce_prod_012_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>)
  weft.return %r0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_prod_012_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_prod_012_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.89547384, -1.0606972, 1.3208231, 0.7356985, -1.4254065], [1.2318913, -1.7703509, 1.3721544, 1.3464828, -1.5050701], [1.9640026, 1.6013547, -1.2847284, 0.6139084, -0.14119275], [-1.4214797, -1.174002, -1.1752254, 0.6876971, 0.288152]], [[1.8828156, -0.7750808, -0.07708851, -0.51252025, -0.47170433], [0.33457088, 1.1432061, 0.73498595, -1.5388669, -0.8962388], [0.5063128, 1.0468966, 1.4708079, -0.5557881, -0.16469765], [-1.8070396, 0.075924315, -0.7828716, 0.10441369, 0.4020714]], [[-1.3149775, -1.6973317, 0.8526811, 0.88855046, 1.950519], [0.014827307, -1.7302924, -1.691258, 1.882327, 0.94024366], [-1.338536, -0.3071637, -1.217493, 1.1063869, 0.9266482], [1.7083794, 0.62955594, -0.38050264, 1.6464367, -0.4666313]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_012_keep() -> (tensor<1x1x1xf32>) {
  %0 = weft.constant dense<[[[-1.5061136e-07]]]> : tensor<1x1x1xf32>
  weft.return %0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_prod_none(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64>} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_prod_none.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_prod_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.94350505, -1.1218722, -0.89296687, 0.4200204, -0.824266], [1.4400692, 0.06587897, 1.7140392, 0.4060513, 0.30542582], [0.026849285, -1.2229778, -0.5979741, 1.5844046, 0.71018416], [1.0803076, -0.33733347, -1.1907691, 1.1804821, -0.33006036]], [[1.113634, -1.7301643, -0.5915347, 0.60063154, 1.7232678], [-1.1965714, 1.9277654, 0.6998616, -1.2006228, -1.9402024], [1.7143639, 0.7017377, 0.89022213, -0.3466014, -1.6488085], [-0.08589077, 0.5742544, -0.8905335, 1.8378317, 1.0954378]], [[-1.9258891, -0.82165277, 1.6022173, 0.988837, 1.2093706], [-1.2468982, 1.5227121, 0.63371515, -0.382565, 0.73217183], [-1.0219502, 1.5909367, -1.6849582, -0.92912143, 0.8728258], [-0.32671034, 1.532898, 1.3083973, 0.7212918, -0.55944675]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.94350505, -1.1218722, -0.89296687, 0.4200204, -0.824266], [1.4400692, 0.06587897, 1.7140392, 0.4060513, 0.30542582], [0.026849285, -1.2229778, -0.5979741, 1.5844046, 0.71018416], [1.0803076, -0.33733347, -1.1907691, 1.1804821, -0.33006036]], [[1.113634, -1.7301643, -0.5915347, 0.60063154, 1.7232678], [-1.1965714, 1.9277654, 0.6998616, -1.2006228, -1.9402024], [1.7143639, 0.7017377, 0.89022213, -0.3466014, -1.6488085], [-0.08589077, 0.5742544, -0.8905335, 1.8378317, 1.0954378]], [[-1.9258891, -0.82165277, 1.6022173, 0.988837, 1.2093706], [-1.2468982, 1.5227121, 0.63371515, -0.382565, 0.73217183], [-1.0219502, 1.5909367, -1.6849582, -0.92912143, 0.8728258], [-0.32671034, 1.532898, 1.3083973, 0.7212918, -0.55944675]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_prod_none_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_prod_none_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_prod_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.24302855, -0.67498946, -0.7517057, -1.951293, -0.9651744], [0.78333724, 0.16855168, -0.67798346, -0.696056, -1.2813073], [-1.6931099, -1.3801236, 0.48823202, 1.7174892, 0.747407], [-0.6199848, 0.25140306, -1.4656438, -1.6703895, -1.7493722]], [[0.26625174, 0.3440868, -1.3799543, 1.7696851, -1.4377035], [0.039406616, 0.596093, -1.8738823, -0.91584057, 0.13058075], [0.7094912, 0.7275125, 0.6455606, -1.7076895, -1.7701614], [1.4410329, -1.409914, -0.5485502, 1.3629246, -1.8223331]], [[1.4309994, 0.61576223, -0.45131, -1.0394235, 0.08527256], [1.2975338, -1.1914142, -1.0120361, -0.000878497, 1.2402024], [-0.33244193, -0.35511786, 1.8512565, 0.13894385, 1.1455883], [0.6935366, 0.1926107, -0.26357737, 0.6176943, 1.3292133]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_prod_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.24302855, -0.67498946, -0.7517057, -1.951293, -0.9651744], [0.78333724, 0.16855168, -0.67798346, -0.696056, -1.2813073], [-1.6931099, -1.3801236, 0.48823202, 1.7174892, 0.747407], [-0.6199848, 0.25140306, -1.4656438, -1.6703895, -1.7493722]], [[0.26625174, 0.3440868, -1.3799543, 1.7696851, -1.4377035], [0.039406616, 0.596093, -1.8738823, -0.91584057, 0.13058075], [0.7094912, 0.7275125, 0.6455606, -1.7076895, -1.7701614], [1.4410329, -1.409914, -0.5485502, 1.3629246, -1.8223331]], [[1.4309994, 0.61576223, -0.45131, -1.0394235, 0.08527256], [1.2975338, -1.1914142, -1.0120361, -0.000878497, 1.2402024], [-0.33244193, -0.35511786, 1.8512565, 0.13894385, 1.1455883], [0.6935366, 0.1926107, -0.26357737, 0.6176943, 1.3292133]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_prod_f16(%a0: tensor<3x7xf16>) -> (tensor<3xf16>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x7xf16>) -> (tensor<3xf16>)
  weft.return %r0 : tensor<3xf16>
}
weft.func @inputs_reduce_prod_f16() -> (tensor<3x7xf16>) {
  %0 = weft.constant dense<[[-1.4248046875, -0.9208984375, -1.15625, 1.240234375, -0.70458984375, -0.2061767578125, 0.054534912109375], [1.8271484375, -1.9853515625, -1.259765625, 1.4736328125, -0.1710205078125, -0.5302734375, 1.775390625], [-1.5712890625, -1.9384765625, 1.626953125, 1.2802734375, 0.150146484375, -0.93701171875, 1.111328125]]> : tensor<3x7xf16>
  weft.return %0 : tensor<3x7xf16>
}
weft.func @expected_reduce_prod_f16() -> (tensor<3xf16>) {
  %0 = weft.constant dense<[-0.0149078369140625, 1.083984375, -0.9921875]> : tensor<3xf16>
  weft.return %0 : tensor<3xf16>
}
weft.func @test_reduce_prod_bf16(%a0: tensor<3x7xbf16>) -> (tensor<3xbf16>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x7xbf16>) -> (tensor<3xbf16>)
  weft.return %r0 : tensor<3xbf16>
}
weft.func @inputs_reduce_prod_bf16() -> (tensor<3x7xbf16>) {
  %0 = weft.constant dense<[[-1.3671875, -0.29296875, -1.3125, -0.373046875, -1.9765625, -0.1630859375, -0.189453125], [1.9296875, -0.484375, 0.126953125, -1.3984375, -0.87109375, -1.078125, 1.890625], [-1.4921875, 0.5703125, 1.328125, 1.765625, 0.8203125, -1.2734375, 1.6796875]]> : tensor<3x7xbf16>
  weft.return %0 : tensor<3x7xbf16>
}
weft.func @expected_reduce_prod_bf16() -> (tensor<3xbf16>) {
  %0 = weft.constant dense<[-0.011962890625, 0.294921875, 3.5]> : tensor<3xbf16>
  weft.return %0 : tensor<3xbf16>
}
weft.func @test_reduce_prod_f64(%a0: tensor<3x7xf64>) -> (tensor<3xf64>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x7xf64>) -> (tensor<3xf64>)
  weft.return %r0 : tensor<3xf64>
}
weft.func @inputs_reduce_prod_f64() -> (tensor<3x7xf64>) {
  %0 = weft.constant dense<[[0.06469904718836972, 0.11089536016895885, 1.5693418590644144, -1.93558156834685, 0.8781255001720027, 1.0444001767100133, 0.6809263910391095], [-1.224000228476117, 1.6539857572271988, -1.042099169024628, -0.7034824100572958, 1.3389430569164542, 1.6825533841083073, -0.9457120273709609], [-0.08375902126807322, 1.3998752595892334, 0.15258656220577782, -1.0892864824986086, -0.514698638266375, 0.5290154759840644, 0.8961065039051368]]> : tensor<3x7xf64>
  weft.return %0 : tensor<3x7xf64>
}
weft.func @expected_reduce_prod_f64() -> (tensor<3xf64>) {
  %0 = weft.constant dense<[-0.013610183783862468, 3.1620259444378873, -0.004755107731128154]> : tensor<3xf64>
  weft.return %0 : tensor<3xf64>
}
weft.func @test_reduce_prod_i8(%a0: tensor<3x7xi8>) -> (tensor<3xi8>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x7xi8>) -> (tensor<3xi8>)
  weft.return %r0 : tensor<3xi8>
}
weft.func @inputs_reduce_prod_i8() -> (tensor<3x7xi8>) {
  %0 = weft.constant dense<[[-49, -63, -39, 86, -63, 92, 56], [-66, -40, -27, -51, 1, -43, -96], [-54, -12, -74, 41, -23, -11, -63]]> : tensor<3x7xi8>
  weft.return %0 : tensor<3x7xi8>
}
weft.func @expected_reduce_prod_i8() -> (tensor<3xi8>) {
  %0 = weft.constant dense<[64, 0, 112]> : tensor<3xi8>
  weft.return %0 : tensor<3xi8>
}
weft.func @test_reduce_prod_ui8(%a0: tensor<3x7xui8>) -> (tensor<3xui8>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x7xui8>) -> (tensor<3xui8>)
  weft.return %r0 : tensor<3xui8>
}
weft.func @inputs_reduce_prod_ui8() -> (tensor<3x7xui8>) {
  %0 = weft.constant dense<[[51, 64, 85, 10, 62, 35, 12], [94, 44, 45, 48, 89, 66, 22], [93, 78, 22, 8, 96, 95, 36]]> : tensor<3x7xui8>
  weft.return %0 : tensor<3x7xui8>
}
weft.func @expected_reduce_prod_ui8() -> (tensor<3xui8>) {
  %0 = weft.constant dense<[0, 0, 0]> : tensor<3xui8>
  weft.return %0 : tensor<3xui8>
}
weft.func @test_reduce_prod_i32(%a0: tensor<3x7xi32>) -> (tensor<3xi32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x7xi32>) -> (tensor<3xi32>)
  weft.return %r0 : tensor<3xi32>
}
weft.func @test_reduce_prod_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_prod_i32() -> (tensor<3x7xi32>) {
  %0 = weft.constant dense<[[92, 8, 38, 24, -60, -26, 51], [-20, 60, -25, 30, 66, 55, 79], [-50, -100, 56, -90, -55, -24, 1]]> : tensor<3x7xi32>
  weft.return %0 : tensor<3x7xi32>
}
weft.func @expected_reduce_prod_i32() -> (tensor<3xi32>) {
  %0 = weft.constant dense<[1863610368, 394962240, 1095738368]> : tensor<3xi32>
  weft.return %0 : tensor<3xi32>
}
weft.func @test_reduce_prod_i64(%a0: tensor<3x7xi64>) -> (tensor<3xi64>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x7xi64>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @inputs_reduce_prod_i64() -> (tensor<3x7xi64>) {
  %0 = weft.constant dense<[[-99, -21, -54, -58, -47, -49, -8], [76, 56, -88, -44, -2, -87, -4], [88, -78, -47, -84, -28, -13, -6]]> : tensor<3x7xi64>
  weft.return %0 : tensor<3x7xi64>
}
weft.func @expected_reduce_prod_i64() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[-119966549472, -11469545472, 59184373248]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_reduce_prod_ui64(%a0: tensor<3x7xui64>) -> (tensor<3xui64>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<3x7xui64>) -> (tensor<3xui64>)
  weft.return %r0 : tensor<3xui64>
}
weft.func @inputs_reduce_prod_ui64() -> (tensor<3x7xui64>) {
  %0 = weft.constant dense<[[35, 53, 25, 84, 25, 25, 22], [64, 63, 75, 97, 8, 30, 85], [39, 26, 69, 53, 30, 79, 12]]> : tensor<3x7xui64>
  weft.return %0 : tensor<3x7xui64>
}
weft.func @expected_reduce_prod_ui64() -> (tensor<3xui64>) {
  %0 = weft.constant dense<[53563125000, 598389120000, 105461151120]> : tensor<3xui64>
  weft.return %0 : tensor<3xui64>
}
weft.func @test_reduce_prod_nothing_f32(%a0: tensor<2x0xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<2x0xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_prod_nothing_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_prod_nothing_f32() -> (tensor<2x0xf32>) {
  %0 = weft.constant dense<> : tensor<2x0xf32>
  weft.return %0 : tensor<2x0xf32>
}
weft.func @expected_reduce_prod_nothing_f32() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[1.0, 1.0]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_reduce_prod_nothing_i32(%a0: tensor<2x0xi32>) -> (tensor<2xi32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<2x0xi32>) -> (tensor<2xi32>)
  weft.return %r0 : tensor<2xi32>
}
weft.func @test_reduce_prod_nothing_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_prod_nothing_i32() -> (tensor<2x0xi32>) {
  %0 = weft.constant dense<> : tensor<2x0xi32>
  weft.return %0 : tensor<2x0xi32>
}
weft.func @expected_reduce_prod_nothing_i32() -> (tensor<2xi32>) {
  %0 = weft.constant dense<[1, 1]> : tensor<2xi32>
  weft.return %0 : tensor<2xi32>
}
weft.func @test_reduce_prod_nothing_ui8(%a0: tensor<2x0xui8>) -> (tensor<2xui8>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<2x0xui8>) -> (tensor<2xui8>)
  weft.return %r0 : tensor<2xui8>
}
weft.func @test_reduce_prod_nothing_ui8.dynamic(%a0: tensor<?x?xui8>) -> (tensor<?xui8>) {
  %r0 = weft.reduce prod %a0 {dims = array<i64: 1>} : (tensor<?x?xui8>) -> (tensor<?xui8>)
  weft.return %r0 : tensor<?xui8>
}
weft.func @inputs_reduce_prod_nothing_ui8() -> (tensor<2x0xui8>) {
  %0 = weft.constant dense<> : tensor<2x0xui8>
  weft.return %0 : tensor<2x0xui8>
}
weft.func @expected_reduce_prod_nothing_ui8() -> (tensor<2xui8>) {
  %0 = weft.constant dense<[1, 1]> : tensor<2xui8>
  weft.return %0 : tensor<2xui8>
}
weft.func @test_reduce_max_0(%a0: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0>} : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  weft.return %r0 : tensor<4x5xf32>
}
weft.func @test_reduce_max_0.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_max_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.596267, -0.5811524, -1.9847345, -0.6864912, 1.5177072], [-1.7875261, 1.5651429, 0.45783517, 1.3313122, 0.24440567], [0.8424195, 1.5453726, -1.3125448, -1.5596589, 0.2852109], [-0.08387752, 0.08161273, -0.5602525, 1.9196706, 0.41608623]], [[0.44264767, -1.8859541, -0.8933875, -0.87016183, 1.97089], [-1.4492244, 0.020590713, 0.9251941, 0.48615164, 1.0466735], [-0.5542139, -1.3480958, -1.0888851, 0.19794078, 0.079620965], [-0.3743227, 1.6757911, -0.3969799, -1.1503077, 0.4043958]], [[0.32769102, 1.1396546, 0.23927152, -1.9683954, -0.06425134], [-1.2628661, -1.0605513, 1.0803571, 1.8515596, 1.4893459], [-1.0579699, -0.29547724, 1.442629, 1.3655394, -1.768033], [-0.88587695, 0.36923262, -1.21752, -1.9186494, -1.1162343]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_0() -> (tensor<4x5xf32>) {
  %0 = weft.constant dense<[[0.596267, 1.1396546, 0.23927152, -0.6864912, 1.97089], [-1.2628661, 1.5651429, 1.0803571, 1.8515596, 1.4893459], [0.8424195, 1.5453726, 1.442629, 1.3655394, 0.2852109], [-0.08387752, 1.6757911, -0.3969799, 1.9196706, 0.41608623]]> : tensor<4x5xf32>
  weft.return %0 : tensor<4x5xf32>
}
weft.func @test_reduce_max_0_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>)
  weft.return %r0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_max_0_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_max_0_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.16587086, 0.85827285, 0.9530297, 0.26369256, 0.39451486], [0.08349295, 1.1763799, 0.6013591, 0.7301753, 1.6125295], [-1.5301005, -1.8469213, 0.12751363, -0.21475431, 1.6329623], [-0.7658334, 0.70590633, 0.7809179, -1.0459527, -1.9664466]], [[-0.3258133, -1.1926416, -1.2376262, -0.15832748, -1.2833476], [0.23993328, 0.46363786, -0.11879085, 0.25739083, -1.209802], [0.3020037, 1.4152523, 1.3945675, -1.5597804, -0.7019287], [0.8699539, 0.3636509, -0.45342904, 1.3332016, 1.5804776]], [[0.2500411, -1.0011212, 1.8505621, -0.078339875, -0.6159174], [-1.4926656, 1.7706218, 0.7619176, -1.71515, -1.2735919], [1.6974323, -1.6977129, 0.70320374, 0.27677014, 7.756715e-05], [0.7659901, -0.6542181, 0.50398475, 1.5075592, 0.290316]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_0_keep() -> (tensor<1x4x5xf32>) {
  %0 = weft.constant dense<[[[0.2500411, 0.85827285, 1.8505621, 0.26369256, 0.39451486], [0.23993328, 1.7706218, 0.7619176, 0.7301753, 1.6125295], [1.6974323, 1.4152523, 1.3945675, 0.27677014, 1.6329623], [0.8699539, 0.70590633, 0.7809179, 1.5075592, 1.5804776]]]> : tensor<1x4x5xf32>
  weft.return %0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_max_1(%a0: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_reduce_max_1.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_max_1() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.09938506, 0.44642645, -1.2549341, -0.66591275, 0.86524725], [0.2718222, -1.5280434, 1.4720463, -0.3547382, -1.0124393], [-1.4017632, 1.6997365, 0.9223448, -0.7616656, -1.2301515], [1.4060904, -1.4131626, 0.08725139, 0.6727071, 1.7522727]], [[0.744841, -1.5693913, 0.08091648, 1.6446987, -0.91925776], [-1.6478822, -1.7657912, 1.337217, 1.7348509, -0.15507342], [-0.77543026, -0.40994775, -1.287523, -0.25483334, -0.11240013], [0.13417171, -1.579655, 1.8977367, 0.5039855, 0.2906648]], [[1.3065449, -1.8046542, 0.3455034, -0.5222784, 0.56442654], [1.7529061, -1.7212428, -1.3070742, -0.5954597, 0.13528268], [1.3134545, 0.93507093, 0.1962542, -1.2286015, 0.014063447], [-0.23963688, -1.5478183, 1.6594794, 1.3653235, 0.45349428]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_1() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.4060904, 1.6997365, 1.4720463, 0.6727071, 1.7522727], [0.744841, -0.40994775, 1.8977367, 1.7348509, 0.2906648], [1.7529061, 0.93507093, 1.6594794, 1.3653235, 0.56442654]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_reduce_max_1_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>)
  weft.return %r0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_max_1_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_max_1_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.012308, 0.30705023, -0.70675397, 0.59306943, -1.8510824], [0.41254354, 0.2388851, 1.7013141, 0.28436905, 1.1305238], [-1.1118228, 0.21018375, -0.7050041, 1.9416435, 1.8302938], [-1.0191656, 0.49397096, -1.715103, 0.19323216, 1.9400467]], [[-1.4412887, 0.91790944, 0.062159542, 1.9735923, -0.36612108], [1.3089284, 0.3861413, 1.199703, 1.408769, 0.59141946], [-0.6001468, 0.38448858, 1.1605774, 1.2817731, 0.5269825], [-0.17683019, -1.6643327, -1.5372427, 0.58184713, -0.41745695]], [[0.7069473, 0.08316828, -0.40472934, -1.1816312, 1.3890787], [-0.91332364, 0.5244832, -1.5929925, 1.8535197, -1.3895875], [0.015491633, 1.2477703, -1.0686865, 0.5809172, -0.36773887], [1.8493569, -1.4649038, -1.2343527, 0.18068492, 0.7254794]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_1_keep() -> (tensor<3x1x5xf32>) {
  %0 = weft.constant dense<[[[0.41254354, 0.49397096, 1.7013141, 1.9416435, 1.9400467]], [[1.3089284, 0.91790944, 1.199703, 1.9735923, 0.59141946]], [[1.8493569, 1.2477703, -0.40472934, 1.8535197, 1.3890787]]]> : tensor<3x1x5xf32>
  weft.return %0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_max_2(%a0: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 2>} : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_reduce_max_2.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 2>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_max_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.30341703, -1.2699056, -0.038565665, -1.7404336, 0.69296485], [-0.6842845, 1.844439, -0.39991736, -1.7934982, -1.9517031], [-0.6823442, -0.9533274, 1.8023258, 1.121282, -0.5303004], [-0.95987695, -1.7289313, -1.5056484, 0.9697566, -1.7729777]], [[1.1400595, -0.4211471, 0.7322902, 0.46566394, -1.5648477], [1.0228238, 1.5100698, -1.558207, 1.8831125, 1.2250048], [0.42091376, 0.78425753, -1.8151947, -1.0910772, 1.6240243], [1.4519856, -1.1292208, 0.18812299, -0.6224072, -1.2517601]], [[1.1265559, 0.7031842, -1.7261184, 0.67410827, -1.949723], [-1.6167073, -0.34347138, -1.8592588, 0.07997416, 0.73229635], [-0.96593994, 0.7887549, -1.7145194, -1.646434, -0.007260403], [-1.886058, 1.0330431, 1.5658146, -1.9730407, 1.1966283]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_2() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.69296485, 1.844439, 1.8023258, 0.9697566], [1.1400595, 1.8831125, 1.6240243, 1.4519856], [1.1265559, 0.73229635, 0.7887549, 1.5658146]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_reduce_max_2_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>)
  weft.return %r0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_max_2_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_max_2_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.2785871, 1.8984793, 1.2020724, 1.6131799, 1.4185534], [1.4119697, 1.0297459, 1.6249853, -1.6536592, 1.2170064], [0.711998, -0.54818267, -0.2507548, -1.5497153, -0.75644225], [0.8580585, 0.20539622, 1.7081546, -0.9793433, -1.0837581]], [[0.9494535, 1.8267885, -0.5314452, -0.4257837, -1.7815133], [-1.0621492, 1.6376029, 1.907592, -0.036467683, 1.4162716], [-1.1343203, 0.5919345, 1.6536448, -0.60059536, 0.55167246], [0.9762922, -1.437054, -0.96345246, 0.3724508, -0.96383774]], [[-1.3576596, -1.3556892, 1.1311628, -0.15985288, 0.22272761], [0.54252654, -0.69971365, 0.6296008, -0.19265918, -1.6300718], [0.094413914, -0.0038740018, 0.7551779, 1.8390927, -1.8076904], [0.46601844, 0.81400305, -0.08105017, -0.27266568, 0.84590757]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_2_keep() -> (tensor<3x4x1xf32>) {
  %0 = weft.constant dense<[[[1.8984793], [1.6249853], [0.711998], [1.7081546]], [[1.8267885], [1.907592], [1.6536448], [0.9762922]], [[1.1311628], [0.6296008], [1.8390927], [0.84590757]]]> : tensor<3x4x1xf32>
  weft.return %0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_max_02(%a0: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0, 2>} : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  weft.return %r0 : tensor<4xf32>
}
weft.func @test_reduce_max_02.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0, 2>} : (tensor<?x?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_max_02() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.16470799, -0.3344332, 0.62133414, 0.4272195, -1.6477665], [-0.56481594, 1.5754106, -1.3638028, 0.08680907, 0.5481756], [-1.519885, -1.1993833, -0.70883346, 0.3976737, -1.4949473], [1.0675995, 0.72840106, 1.2127659, -1.0355618, 0.16622403]], [[1.4357612, -0.25370184, 0.28140193, -0.3592968, 0.95995337], [0.5114292, 1.0056598, 1.8777161, 1.114655, 0.29012802], [-0.9822683, 0.052572988, 1.7854252, 1.9400007, -1.5090617], [0.6901162, -1.9095862, -1.5688393, -0.51438445, -1.61384]], [[0.6028661, -0.005598563, -0.4583868, 1.4046454, -0.576136], [-1.0115999, -0.8638236, -1.9104245, 0.88946205, 0.58082175], [-0.33724257, 1.269105, -0.675415, -1.1431515, -1.866954], [-1.2892817, -0.20261101, -0.6781213, -0.22300953, -1.7845448]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_02() -> (tensor<4xf32>) {
  %0 = weft.constant dense<[1.4357612, 1.8777161, 1.9400007, 1.2127659]> : tensor<4xf32>
  weft.return %0 : tensor<4xf32>
}
weft.func @test_reduce_max_02_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>)
  weft.return %r0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_max_02_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_max_02_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.8948982, 0.7043025, -0.33869222, 1.1428087, 1.3832144], [-0.55421513, -0.16797122, 1.0599873, -1.4656459, 1.2231772], [-0.5324502, -1.0039626, -0.12607507, 0.58989084, 1.3528478], [1.2893134, -1.8584143, -1.3442725, -0.6482841, -1.7603762]], [[-0.20972593, -0.19022028, 0.09395628, -0.6008285, -1.0439277], [0.35553208, -1.7743647, -1.8402315, 0.97824824, -1.2365696], [-1.3634676, -1.0139358, 0.29875934, -1.0435964, 0.6520649], [0.55992633, -0.38402754, 1.708222, 1.0228236, -1.4452685]], [[-1.0829521, -1.5626414, 0.8471068, -1.233188, -0.19137564], [-1.6293792, 1.506944, 0.98414534, 0.65893054, 0.7944273], [-0.55106896, -1.2414705, -1.927676, -0.3605264, 1.6319364], [-1.8899621, -1.2238908, 0.10607554, -1.7051655, -0.8120657]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_02_keep() -> (tensor<1x4x1xf32>) {
  %0 = weft.constant dense<[[[1.3832144], [1.506944], [1.6319364], [1.708222]]]> : tensor<1x4x1xf32>
  weft.return %0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_max_012(%a0: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0, 1, 2>} : (tensor<3x4x5xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @test_reduce_max_012.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0, 1, 2>} : (tensor<?x?x?xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @inputs_reduce_max_012() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.006411, -1.1418568, -0.7811309, -0.87196165, -1.1782186], [1.2253897, 1.7972108, 0.36163196, -0.98148596, -1.0272923], [0.7591033, 0.8772028, 1.2664278, -1.4548397, -1.2040757], [-0.6363786, -0.28619152, 1.2549862, -1.6506149, -0.8051663]], [[-1.5391076, 1.2194271, 0.8423978, 1.2309858, -0.73016715], [0.100347556, 1.5463842, -1.918735, 1.2008162, 1.0705204], [-0.26129392, 1.0978503, 1.0311466, -1.2814035, 1.8715456], [1.7605219, -0.97481126, 1.8182168, 0.18197328, 0.04063638]], [[1.0978705, 1.6609157, -0.97476655, -1.5124451, 1.3551271], [-0.23135255, 0.20468545, -0.0834553, 1.5125451, 0.2723683], [0.8173846, 1.0721357, -1.9886057, 0.24219048, 0.41636282], [-1.584676, -1.3315204, -1.7296151, -0.3427014, 1.1027222]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_012() -> (tensor<f32>) {
  %0 = weft.constant dense<1.8715456> : tensor<f32>
  weft.return %0 : tensor<f32>
}
weft.func @test_reduce_max_012_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>)
  weft.return %r0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_max_012_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_max_012_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.0182513, 1.4880222, -1.7298607, -0.62091297, -1.0716174], [1.8298758, -1.3321575, 1.4083174, 0.07340828, -0.9194587], [-0.3282933, -1.4757609, 0.43262374, 0.6673948, -0.23076396], [1.1681609, 1.0660653, 0.69889605, 1.008856, -0.28503978]], [[-1.3773338, 0.113455996, -0.15278159, -1.4058537, 0.783473], [-0.22373104, 0.70209616, -1.2352703, -1.0663654, -1.6229601], [1.6312972, 0.76046693, -0.7643544, -1.7919872, -0.65310496], [1.1202192, 1.5963587, -1.3336997, 1.6977446, -1.1922767]], [[-1.8596137, -1.4701252, -1.9258908, -1.0359055, 1.0797222], [-0.08521727, 1.1692023, -1.6289032, 0.99392515, -1.4544127], [-0.7090938, 1.7375537, 0.9217867, 0.92162305, 0.58285695], [-0.5285687, 0.5105918, -0.27915037, 1.1621165, 0.6970593]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_012_keep() -> (tensor<1x1x1xf32>) {
  %0 = weft.constant dense<[[[1.8298758]]]> : tensor<1x1x1xf32>
  weft.return %0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_max_none(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64>} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_max_none.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_max_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.5572833, 1.3474431, 1.3563339, -1.6209158, -1.9164357], [-0.47134334, 1.779851, 0.424902, 0.31294587, 1.3013359], [0.5353389, -1.5502572, -0.104852825, 1.4689833, 1.2253999], [-1.753486, 1.99499, 0.08420542, -0.8422818, -0.2776851]], [[1.7720734, 1.5848373, -0.5782789, 0.5500421, -1.7125516], [1.1690769, -1.6988213, 0.865666, -0.73202723, -1.3916289], [-1.4241097, 1.889864, -1.1113088, -0.12085163, -1.3758082], [-0.03875316, 1.280752, -1.0035075, 0.85665816, -0.5778469]], [[-1.5015763, 1.2495291, -0.62449086, 0.5556218, 1.8089372], [0.89102626, -0.6772877, 0.46065095, 0.9961416, -1.137179], [1.8196927, -1.0922601, -1.8509053, 0.12924755, -0.10334809], [-1.3798643, -0.06700156, -0.9123172, 1.2532837, -0.033984523]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.5572833, 1.3474431, 1.3563339, -1.6209158, -1.9164357], [-0.47134334, 1.779851, 0.424902, 0.31294587, 1.3013359], [0.5353389, -1.5502572, -0.104852825, 1.4689833, 1.2253999], [-1.753486, 1.99499, 0.08420542, -0.8422818, -0.2776851]], [[1.7720734, 1.5848373, -0.5782789, 0.5500421, -1.7125516], [1.1690769, -1.6988213, 0.865666, -0.73202723, -1.3916289], [-1.4241097, 1.889864, -1.1113088, -0.12085163, -1.3758082], [-0.03875316, 1.280752, -1.0035075, 0.85665816, -0.5778469]], [[-1.5015763, 1.2495291, -0.62449086, 0.5556218, 1.8089372], [0.89102626, -0.6772877, 0.46065095, 0.9961416, -1.137179], [1.8196927, -1.0922601, -1.8509053, 0.12924755, -0.10334809], [-1.3798643, -0.06700156, -0.9123172, 1.2532837, -0.033984523]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_max_none_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_max_none_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_max_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.0980646, -1.4239818, 1.7865345, -0.9866588, 0.33464438], [1.1060247, 0.08097484, -0.7199626, 0.5731311, 0.8696781], [-1.4453548, -0.97854286, -1.2675757, -1.9090692, 0.48462114], [1.9957801, -0.9096202, 1.7508985, -0.4588744, 1.6528058]], [[-1.6232802, -0.72987384, 1.3865008, 1.6345382, 1.2092122], [0.7286998, -0.7582698, 1.9396684, 0.29463735, 1.2766769], [-0.40566158, 1.7505922, 0.49073756, 0.84568816, -1.4291308], [-0.34392244, -1.6127151, -0.5831054, 0.27127376, -0.8381028]], [[-1.9742664, -0.27661657, 1.0334506, -0.48254892, 1.1091758], [-0.44744062, 0.198624, -0.78984684, -1.6533966, 1.1261193], [0.05294406, 1.1768667, 1.1389117, 1.1147074, -0.477109], [-0.8258314, -1.0972614, -0.12702854, 0.41317803, 1.4471073]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_max_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.0980646, -1.4239818, 1.7865345, -0.9866588, 0.33464438], [1.1060247, 0.08097484, -0.7199626, 0.5731311, 0.8696781], [-1.4453548, -0.97854286, -1.2675757, -1.9090692, 0.48462114], [1.9957801, -0.9096202, 1.7508985, -0.4588744, 1.6528058]], [[-1.6232802, -0.72987384, 1.3865008, 1.6345382, 1.2092122], [0.7286998, -0.7582698, 1.9396684, 0.29463735, 1.2766769], [-0.40566158, 1.7505922, 0.49073756, 0.84568816, -1.4291308], [-0.34392244, -1.6127151, -0.5831054, 0.27127376, -0.8381028]], [[-1.9742664, -0.27661657, 1.0334506, -0.48254892, 1.1091758], [-0.44744062, 0.198624, -0.78984684, -1.6533966, 1.1261193], [0.05294406, 1.1768667, 1.1389117, 1.1147074, -0.477109], [-0.8258314, -1.0972614, -0.12702854, 0.41317803, 1.4471073]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_max_f16(%a0: tensor<3x7xf16>) -> (tensor<3xf16>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x7xf16>) -> (tensor<3xf16>)
  weft.return %r0 : tensor<3xf16>
}
weft.func @inputs_reduce_max_f16() -> (tensor<3x7xf16>) {
  %0 = weft.constant dense<[[1.9912109375, 0.91845703125, 0.27001953125, -0.84619140625, 0.333251953125, -0.8642578125, 1.4814453125], [-1.08984375, -0.361083984375, -1.1025390625, -1.12890625, 1.0576171875, -1.189453125, -0.71435546875], [-1.8251953125, 1.6435546875, 1.5947265625, -0.496826171875, 1.6806640625, -1.0849609375, -0.98828125]]> : tensor<3x7xf16>
  weft.return %0 : tensor<3x7xf16>
}
weft.func @expected_reduce_max_f16() -> (tensor<3xf16>) {
  %0 = weft.constant dense<[1.9912109375, 1.0576171875, 1.6806640625]> : tensor<3xf16>
  weft.return %0 : tensor<3xf16>
}
weft.func @test_reduce_max_bf16(%a0: tensor<3x7xbf16>) -> (tensor<3xbf16>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x7xbf16>) -> (tensor<3xbf16>)
  weft.return %r0 : tensor<3xbf16>
}
weft.func @inputs_reduce_max_bf16() -> (tensor<3x7xbf16>) {
  %0 = weft.constant dense<[[0.224609375, -1.1328125, 1.625, 1.8828125, -1.5078125, -0.208984375, -0.302734375], [1.953125, 1.9453125, -1.75, 1.8203125, 0.5859375, -0.11376953125, -0.25390625], [1.421875, -1.484375, -0.408203125, -1.6015625, -0.412109375, 1.203125, 1.328125]]> : tensor<3x7xbf16>
  weft.return %0 : tensor<3x7xbf16>
}
weft.func @expected_reduce_max_bf16() -> (tensor<3xbf16>) {
  %0 = weft.constant dense<[1.8828125, 1.953125, 1.421875]> : tensor<3xbf16>
  weft.return %0 : tensor<3xbf16>
}
weft.func @test_reduce_max_f64(%a0: tensor<3x7xf64>) -> (tensor<3xf64>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x7xf64>) -> (tensor<3xf64>)
  weft.return %r0 : tensor<3xf64>
}
weft.func @inputs_reduce_max_f64() -> (tensor<3x7xf64>) {
  %0 = weft.constant dense<[[-1.4346043820828074, -1.004684435368243, 0.8026919742193805, -1.3100710092379524, -1.8020154836386477, 1.4706534724041966, -1.905221406963796], [1.5638547045652813, 0.39603183759332516, -0.41823711764415883, -0.7992924761309124, -0.4298777140696526, 1.5875832696695569, 0.3175523408840948], [-1.4202612934890406, 0.24914984652035077, -0.7515132942443716, 1.6084812730543345, -1.3616541315563162, -0.019116234917951225, -1.905779954517759]]> : tensor<3x7xf64>
  weft.return %0 : tensor<3x7xf64>
}
weft.func @expected_reduce_max_f64() -> (tensor<3xf64>) {
  %0 = weft.constant dense<[1.4706534724041966, 1.5875832696695569, 1.6084812730543345]> : tensor<3xf64>
  weft.return %0 : tensor<3xf64>
}
weft.func @test_reduce_max_i8(%a0: tensor<3x7xi8>) -> (tensor<3xi8>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x7xi8>) -> (tensor<3xi8>)
  weft.return %r0 : tensor<3xi8>
}
weft.func @inputs_reduce_max_i8() -> (tensor<3x7xi8>) {
  %0 = weft.constant dense<[[58, -48, -29, 41, -65, 22, -44], [83, -99, -69, -99, -8, -16, -80], [-49, 39, -61, -80, -67, 84, 50]]> : tensor<3x7xi8>
  weft.return %0 : tensor<3x7xi8>
}
weft.func @expected_reduce_max_i8() -> (tensor<3xi8>) {
  %0 = weft.constant dense<[58, 83, 84]> : tensor<3xi8>
  weft.return %0 : tensor<3xi8>
}
weft.func @test_reduce_max_ui8(%a0: tensor<3x7xui8>) -> (tensor<3xui8>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x7xui8>) -> (tensor<3xui8>)
  weft.return %r0 : tensor<3xui8>
}
weft.func @inputs_reduce_max_ui8() -> (tensor<3x7xui8>) {
  %0 = weft.constant dense<[[48, 56, 53, 6, 36, 31, 39], [95, 87, 84, 75, 53, 38, 31], [81, 32, 37, 32, 8, 39, 22]]> : tensor<3x7xui8>
  weft.return %0 : tensor<3x7xui8>
}
weft.func @expected_reduce_max_ui8() -> (tensor<3xui8>) {
  %0 = weft.constant dense<[56, 95, 81]> : tensor<3xui8>
  weft.return %0 : tensor<3xui8>
}
weft.func @test_reduce_max_i32(%a0: tensor<3x7xi32>) -> (tensor<3xi32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x7xi32>) -> (tensor<3xi32>)
  weft.return %r0 : tensor<3xi32>
}
weft.func @test_reduce_max_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_max_i32() -> (tensor<3x7xi32>) {
  %0 = weft.constant dense<[[-31, -16, 23, -12, 91, -65, -69], [40, 58, -53, 71, 30, -57, 5], [54, 29, -50, 78, -69, 42, 16]]> : tensor<3x7xi32>
  weft.return %0 : tensor<3x7xi32>
}
weft.func @expected_reduce_max_i32() -> (tensor<3xi32>) {
  %0 = weft.constant dense<[91, 71, 78]> : tensor<3xi32>
  weft.return %0 : tensor<3xi32>
}
weft.func @test_reduce_max_i64(%a0: tensor<3x7xi64>) -> (tensor<3xi64>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x7xi64>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @inputs_reduce_max_i64() -> (tensor<3x7xi64>) {
  %0 = weft.constant dense<[[22, -63, 36, -40, 3, 32, 98], [2, 63, -93, -69, 90, -70, -73], [-13, 24, 84, 75, -72, 63, -53]]> : tensor<3x7xi64>
  weft.return %0 : tensor<3x7xi64>
}
weft.func @expected_reduce_max_i64() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[98, 90, 84]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_reduce_max_ui64(%a0: tensor<3x7xui64>) -> (tensor<3xui64>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<3x7xui64>) -> (tensor<3xui64>)
  weft.return %r0 : tensor<3xui64>
}
weft.func @inputs_reduce_max_ui64() -> (tensor<3x7xui64>) {
  %0 = weft.constant dense<[[37, 99, 75, 74, 25, 54, 89], [16, 47, 3, 73, 33, 76, 19], [81, 88, 96, 51, 62, 50, 33]]> : tensor<3x7xui64>
  weft.return %0 : tensor<3x7xui64>
}
weft.func @expected_reduce_max_ui64() -> (tensor<3xui64>) {
  %0 = weft.constant dense<[99, 76, 96]> : tensor<3xui64>
  weft.return %0 : tensor<3xui64>
}
weft.func @test_reduce_max_nothing_f32(%a0: tensor<2x0xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<2x0xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_max_nothing_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_max_nothing_f32() -> (tensor<2x0xf32>) {
  %0 = weft.constant dense<> : tensor<2x0xf32>
  weft.return %0 : tensor<2x0xf32>
}
weft.func @expected_reduce_max_nothing_f32() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[0xFF800000, 0xFF800000]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_reduce_max_nothing_i32(%a0: tensor<2x0xi32>) -> (tensor<2xi32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<2x0xi32>) -> (tensor<2xi32>)
  weft.return %r0 : tensor<2xi32>
}
weft.func @test_reduce_max_nothing_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_max_nothing_i32() -> (tensor<2x0xi32>) {
  %0 = weft.constant dense<> : tensor<2x0xi32>
  weft.return %0 : tensor<2x0xi32>
}
weft.func @expected_reduce_max_nothing_i32() -> (tensor<2xi32>) {
  %0 = weft.constant dense<[-2147483648, -2147483648]> : tensor<2xi32>
  weft.return %0 : tensor<2xi32>
}
weft.func @test_reduce_max_nothing_ui8(%a0: tensor<2x0xui8>) -> (tensor<2xui8>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<2x0xui8>) -> (tensor<2xui8>)
  weft.return %r0 : tensor<2xui8>
}
weft.func @test_reduce_max_nothing_ui8.dynamic(%a0: tensor<?x?xui8>) -> (tensor<?xui8>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<?x?xui8>) -> (tensor<?xui8>)
  weft.return %r0 : tensor<?xui8>
}
weft.func @inputs_reduce_max_nothing_ui8() -> (tensor<2x0xui8>) {
  %0 = weft.constant dense<> : tensor<2x0xui8>
  weft.return %0 : tensor<2x0xui8>
}
weft.func @expected_reduce_max_nothing_ui8() -> (tensor<2xui8>) {
  %0 = weft.constant dense<[0, 0]> : tensor<2xui8>
  weft.return %0 : tensor<2xui8>
}
weft.func @test_reduce_min_0(%a0: tensor<3x4x5xf32>) -> (tensor<4x5xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0>} : (tensor<3x4x5xf32>) -> (tensor<4x5xf32>)
  weft.return %r0 : tensor<4x5xf32>
}
weft.func @test_reduce_min_0.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_min_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.025928872, -1.0488476, 0.9349137, 0.9514659, 1.6356903], [-0.045674007, -1.4763212, 1.8512903, -1.9399118, -1.3728647], [0.8290561, 1.4513947, 1.7720696, 0.3814054, -0.8949889], [-1.8770308, 0.9391443, 0.5671171, -1.5346564, 0.9865026]], [[1.7994025, -1.2547021, 0.41256988, -0.32756165, 0.46046397], [-1.5294335, 1.5925071, -0.8249573, 0.565632, -1.0632287], [-1.280509, 1.8346602, -0.9675589, 1.8182877, 1.4428421], [0.2290394, 0.24770941, -1.8788807, 1.0816258, 0.73157334]], [[0.34379512, 1.2538955, -0.11712953, -0.47001812, 0.96320325], [-0.020721177, 0.42522568, -1.3898853, -1.1962183, -1.2700506], [1.2110634, 1.9748714, 1.8947372, 0.20888332, 1.1387624], [-1.518224, -0.682703, 1.7574377, -0.81318706, -1.3661002]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_0() -> (tensor<4x5xf32>) {
  %0 = weft.constant dense<[[-0.025928872, -1.2547021, -0.11712953, -0.47001812, 0.46046397], [-1.5294335, -1.4763212, -1.3898853, -1.9399118, -1.3728647], [-1.280509, 1.4513947, -0.9675589, 0.20888332, -0.8949889], [-1.8770308, -0.682703, -1.8788807, -1.5346564, -1.3661002]]> : tensor<4x5xf32>
  weft.return %0 : tensor<4x5xf32>
}
weft.func @test_reduce_min_0_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x5xf32>)
  weft.return %r0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_min_0_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_min_0_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.26455712, 1.0726308, 1.9487594, -1.8715832, 0.5469301], [1.3606744, 1.2635778, 1.6772146, 0.5843619, 1.3955677], [-0.38959688, 0.36352956, 0.19614263, -0.23137613, -0.20629184], [0.82877433, -1.3957977, 1.3343699, 0.83890224, -1.1926249]], [[-0.6047319, 1.3654605, -0.30416775, 1.3903992, -0.4057864], [1.9724002, -0.4368103, 1.934722, -0.4619804, -0.31820574], [-1.3035587, 1.1447246, -1.6859015, 1.1268945, -0.007140505], [1.4445978, 0.48354656, 1.7881812, 0.059266735, -1.0948737]], [[1.6949837, 1.5759895, 1.360781, 0.39887628, -0.9475678], [-1.9304155, 1.2486002, 0.6383462, -0.23773369, 0.055470217], [1.1535633, -1.0750747, -1.9174798, -1.6225971, 1.954022], [-1.164349, 1.9092324, -1.887619, 0.6883528, 0.10787494]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_0_keep() -> (tensor<1x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.6047319, 1.0726308, -0.30416775, -1.8715832, -0.9475678], [-1.9304155, -0.4368103, 0.6383462, -0.4619804, -0.31820574], [-1.3035587, -1.0750747, -1.9174798, -1.6225971, -0.20629184], [-1.164349, -1.3957977, -1.887619, 0.059266735, -1.1926249]]]> : tensor<1x4x5xf32>
  weft.return %0 : tensor<1x4x5xf32>
}
weft.func @test_reduce_min_1(%a0: tensor<3x4x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x4x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_reduce_min_1.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_min_1() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.021286966, -1.9992381, 0.2702994, 0.46583694, 1.3374867], [1.3226068, 1.2434908, -1.7635636, 1.5078121, 0.09408983], [1.4766924, 1.6339203, -1.675519, -0.35962236, 0.022597276], [0.40873343, 1.7532213, -1.8598176, 0.40947694, -0.03339923]], [[-1.4629682, 0.7386647, 0.9123169, -1.5413206, -1.5826752], [-0.048420563, 1.8268384, 1.3242165, 0.6576482, -0.41475084], [1.8047324, -0.10310732, -1.4457705, 0.3931237, -1.6277505], [1.4609165, 0.011547924, 0.949655, 1.4035378, 1.1550617]], [[1.1654712, 1.1424569, -0.45730925, -1.8852268, -0.9846776], [0.6019999, -0.7342727, 1.944992, -0.7381637, 0.8337151], [-1.5100058, -0.1788852, 1.208641, 1.6410626, -1.7111751], [1.2191073, 1.8608768, -1.9071444, 1.2552363, -1.8285308]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_1() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.021286966, -1.9992381, -1.8598176, -0.35962236, -0.03339923], [-1.4629682, -0.10310732, -1.4457705, -1.5413206, -1.6277505], [-1.5100058, -0.7342727, -1.9071444, -1.8852268, -1.8285308]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_reduce_min_1_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x1x5xf32>)
  weft.return %r0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_min_1_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_min_1_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.71021736, 1.9517062, -1.6582218, 0.9849112, -1.5580767], [0.3355227, -0.61353743, 0.2326696, 1.032652, -1.2262958], [-0.80229396, -1.5377871, -0.36914572, -1.6761358, -1.8854902], [0.93184257, 0.81679285, -1.8840257, 0.6147556, 0.6995121]], [[-0.6245363, -0.82230014, -1.0810667, 0.41082287, -1.4665607], [0.19344655, -0.37616372, 0.04962012, 1.0349556, -1.098695], [-0.7485241, -0.073634446, -0.69860667, 0.73023623, -1.4305593], [1.6650046, 1.7714548, -1.4954549, -0.05350066, -0.6172195]], [[-0.6225427, -1.1994326, 0.15253334, 1.2099054, -1.0520262], [1.135563, 0.9931626, 0.52228713, 1.5501957, 0.40886986], [1.1994642, 1.821706, 1.4163563, 0.30374524, -0.8343814], [0.41637725, 0.8847916, 0.8782916, -0.40875414, 0.99837047]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_1_keep() -> (tensor<3x1x5xf32>) {
  %0 = weft.constant dense<[[[-0.80229396, -1.5377871, -1.8840257, -1.6761358, -1.8854902]], [[-0.7485241, -0.82230014, -1.4954549, -0.05350066, -1.4665607]], [[-0.6225427, -1.1994326, 0.15253334, -0.40875414, -1.0520262]]]> : tensor<3x1x5xf32>
  weft.return %0 : tensor<3x1x5xf32>
}
weft.func @test_reduce_min_2(%a0: tensor<3x4x5xf32>) -> (tensor<3x4xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 2>} : (tensor<3x4x5xf32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_reduce_min_2.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 2>} : (tensor<?x?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reduce_min_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.6714175, -1.4877845, 1.8325002, 1.6737615, -0.30447048], [0.2006175, -1.9381229, 1.8094829, -0.5837196, 0.44549477], [-1.460547, -1.446206, 0.34749302, 0.6936713, 1.9157276], [0.7989187, 0.44434303, 0.4183109, -0.9002852, -0.52082115]], [[0.50247544, -1.4553077, -0.7905985, -1.3282207, -1.8558003], [-0.19447295, -0.5072109, 0.2385544, -0.40670153, -1.7081584], [1.4442188, -1.8431056, -1.9136031, -1.9104575, 1.1576796], [-0.5263036, 1.7846558, -0.73246396, -0.3649393, 0.79563576]], [[1.7904252, 1.6517273, -0.49758664, 0.72236013, -1.7550471], [0.2880382, 0.58349425, -0.8912737, 0.62389064, -0.7764271], [1.0663875, -1.7126129, 0.085541435, 1.8003713, 0.5156824], [1.7608696, 1.7892561, 1.0520327, 1.2165354, 0.93858284]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_2() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[-1.4877845, -1.9381229, -1.460547, -0.9002852], [-1.8558003, -1.7081584, -1.9136031, -0.73246396], [-1.7550471, -0.8912737, -1.7126129, 0.93858284]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_reduce_min_2_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x1xf32>)
  weft.return %r0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_min_2_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_min_2_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.04149502, 1.1583911, 1.1541959, 1.4485705, -1.97186], [-1.8532549, -0.14431979, 0.87054884, -0.32350445, -0.4730099], [-1.9187645, 0.42692542, 1.8205462, 0.46320292, -1.0195516], [0.5430193, -0.5195293, -0.5358105, -1.7757031, 0.8558761]], [[-1.9970831, 1.3613064, -1.9741397, 1.1138399, -0.6017539], [-0.60331565, -0.039144196, -1.2619799, -1.1721967, 0.85582274], [1.6345636, -1.4375656, -0.8991941, 1.9251009, 0.7482552], [1.667782, -0.45776984, 1.0730155, 0.84091395, 0.9772319]], [[-0.0942965, -0.8270513, -0.54221064, -1.4264838, -1.6852392], [-0.47941425, 1.4277382, -0.676345, 0.24290507, 1.2950512], [-1.5797113, -0.518251, -0.52002496, 0.84744143, 1.6164095], [-1.9695863, 0.17793256, -1.9878677, -0.7969943, -0.3998909]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_2_keep() -> (tensor<3x4x1xf32>) {
  %0 = weft.constant dense<[[[-1.97186], [-1.8532549], [-1.9187645], [-1.7757031]], [[-1.9970831], [-1.2619799], [-1.4375656], [-0.45776984]], [[-1.6852392], [-0.676345], [-1.5797113], [-1.9878677]]]> : tensor<3x4x1xf32>
  weft.return %0 : tensor<3x4x1xf32>
}
weft.func @test_reduce_min_02(%a0: tensor<3x4x5xf32>) -> (tensor<4xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0, 2>} : (tensor<3x4x5xf32>) -> (tensor<4xf32>)
  weft.return %r0 : tensor<4xf32>
}
weft.func @test_reduce_min_02.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0, 2>} : (tensor<?x?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_min_02() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.8764091, -0.3491095, -0.5542323, -0.0043990826, -0.9998569], [-0.43938094, -1.122586, -0.31897423, 0.8329123, -1.8777748], [1.9945627, -1.4045583, 1.167781, -0.8500614, -1.7154939], [1.1566598, 0.2602909, -0.94816047, -0.4786967, 1.4572337]], [[0.826808, -0.88641953, -1.0522903, 0.26290497, -1.5179127], [-1.0843203, 1.2217429, 0.90159893, -1.8977357, -0.2108272], [-0.40539548, 0.9550763, -0.29720452, -1.0910101, 1.3663455], [-1.2259182, 0.5897451, -0.8703977, 0.4752113, -1.3093181]], [[1.504172, -0.52177864, 0.72214544, 0.9994677, -0.12915067], [0.1556795, -1.5246805, 0.16401176, 0.12693638, 1.5804467], [-0.5924646, -1.3877753, -0.37666804, 1.1416649, -1.9540433], [-1.8552109, 1.9950256, 0.22200063, 0.8739615, -0.13595195]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_02() -> (tensor<4xf32>) {
  %0 = weft.constant dense<[-1.5179127, -1.8977357, -1.9540433, -1.8552109]> : tensor<4xf32>
  weft.return %0 : tensor<4xf32>
}
weft.func @test_reduce_min_02_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x4x1xf32>)
  weft.return %r0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_min_02_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_min_02_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.2190435, 0.66924554, -1.0350622, -0.19273818, -1.1598843], [1.632083, -0.42577296, 0.7777243, -1.271549, 0.435965], [-0.81867033, -1.5245023, -0.7356086, -1.7445202, 0.41049957], [0.22177207, 1.4150091, -1.8915278, -0.36679327, 1.9381579]], [[-0.6123266, -1.7658343, 1.1996049, -1.6273098, 0.85648876], [0.10414817, 1.5074171, 0.05335667, 0.71670276, -0.9712544], [1.9320853, -1.1640341, 1.3460563, 0.7284566, -0.07335301], [-0.5062188, -1.6586117, 1.1727828, -1.0903102, 1.4898343]], [[1.5518839, -1.1589502, -0.83643997, 0.8440101, 1.0583199], [-1.8052293, 1.3031499, 1.2655292, 0.49222696, 1.5645624], [1.9036776, -1.1800649, 1.772417, 1.4471985, 0.35045195], [-1.5581408, 1.8464152, 0.9730758, -0.5197237, -0.70929015]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_02_keep() -> (tensor<1x4x1xf32>) {
  %0 = weft.constant dense<[[[-1.7658343], [-1.8052293], [-1.7445202], [-1.8915278]]]> : tensor<1x4x1xf32>
  weft.return %0 : tensor<1x4x1xf32>
}
weft.func @test_reduce_min_012(%a0: tensor<3x4x5xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0, 1, 2>} : (tensor<3x4x5xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @test_reduce_min_012.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<f32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0, 1, 2>} : (tensor<?x?x?xf32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @inputs_reduce_min_012() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.8037355, -1.0769202, 1.2811722, -0.22561926, 0.7867449], [1.2863055, -1.6018881, -0.95850456, -1.5441183, -0.39147085], [-1.4327027, 1.661979, 1.1506877, 0.32520205, -1.2365817], [-1.1577696, 0.36874264, 1.6303506, 1.730988, 1.7166057]], [[-0.70923495, 0.7909398, 0.074827425, 0.22191435, 0.7085648], [-0.8218363, -0.9293843, -0.3508638, -1.0673264, 1.4418446], [-0.5360044, -1.8459499, 0.5322441, 1.9443252, 0.19638222], [-0.8678899, 1.6085287, 0.5190942, 0.47656164, -0.15788612]], [[1.085306, 0.6817672, 0.1849092, -0.66250265, 1.1367849], [1.6428483, -1.6346326, -1.895313, -1.6019535, 1.4923772], [0.46960977, -0.4105185, 1.9011648, 1.7776479, -0.303738], [-0.52158266, 0.13135184, 0.37060937, 1.3678753, 1.5135709]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_012() -> (tensor<f32>) {
  %0 = weft.constant dense<-1.895313> : tensor<f32>
  weft.return %0 : tensor<f32>
}
weft.func @test_reduce_min_012_keep(%a0: tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<1x1x1xf32>)
  weft.return %r0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_min_012_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 0, 1, 2>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_min_012_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.86057675, 1.4169723, -1.690371, -1.1668955, -0.32124403], [-1.6965945, -0.61278605, -1.8911272, 1.2225893, 0.70491475], [-0.9598622, 0.092893384, -0.4408778, 1.2783763, -0.82428634], [-1.0547235, 1.1058333, 1.0251204, 0.8144825, -1.7444028]], [[-1.8347584, 1.7201129, 1.889765, -1.1810441, -0.033608604], [-0.1465939, -0.86512804, -1.6854717, -0.987845, 1.8436087], [-0.22898208, -1.1757885, -1.6974685, 0.58353746, 1.3618417], [-0.99219215, 1.0178345, -1.9136537, -1.4829131, 0.55490834]], [[-1.6230356, -0.14003117, -0.06172434, -1.8879821, 1.289604], [0.9537869, 1.1628288, 0.6096914, -0.8733715, 0.77933633], [0.28655067, 0.49420258, 1.008728, -0.8425608, 1.6557864], [-0.15151636, -0.7356782, 0.11135881, 1.8927172, 0.818969]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_012_keep() -> (tensor<1x1x1xf32>) {
  %0 = weft.constant dense<[[[-1.9136537]]]> : tensor<1x1x1xf32>
  weft.return %0 : tensor<1x1x1xf32>
}
weft.func @test_reduce_min_none(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64>} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_min_none.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_min_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.6186594, -0.8961269, 0.69402, 1.8306934, 0.15527181], [0.16272803, -1.9969246, -1.3875176, 1.2233833, -1.0320427], [0.14581285, 0.73133206, 0.38212115, 1.0648655, 0.57725304], [-0.7611761, 0.3422588, 0.7846166, -1.7226347, 1.8632116]], [[0.47748598, 1.9019253, 1.4505094, -1.8747371, -1.669752], [1.4232684, -1.0171423, 1.6469947, 1.9179758, 1.0757848], [0.49841672, -0.24376203, 1.6349696, 0.5153961, -1.6256113], [0.90489495, -0.674106, -1.4568747, -0.5339936, 1.4347188]], [[0.96911705, -0.47970375, 1.2954917, 0.23794517, -0.6445931], [-1.5916688, 0.7269723, -1.0089198, 0.022762438, -1.0418881], [0.5249205, -1.765111, -0.88458353, 0.50182647, 1.3717169], [0.9169388, -0.8474602, -0.41033888, 0.005000247, 1.7860932]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_none() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.6186594, -0.8961269, 0.69402, 1.8306934, 0.15527181], [0.16272803, -1.9969246, -1.3875176, 1.2233833, -1.0320427], [0.14581285, 0.73133206, 0.38212115, 1.0648655, 0.57725304], [-0.7611761, 0.3422588, 0.7846166, -1.7226347, 1.8632116]], [[0.47748598, 1.9019253, 1.4505094, -1.8747371, -1.669752], [1.4232684, -1.0171423, 1.6469947, 1.9179758, 1.0757848], [0.49841672, -0.24376203, 1.6349696, 0.5153961, -1.6256113], [0.90489495, -0.674106, -1.4568747, -0.5339936, 1.4347188]], [[0.96911705, -0.47970375, 1.2954917, 0.23794517, -0.6445931], [-1.5916688, 0.7269723, -1.0089198, 0.022762438, -1.0418881], [0.5249205, -1.765111, -0.88458353, 0.50182647, 1.3717169], [0.9169388, -0.8474602, -0.41033888, 0.005000247, 1.7860932]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_min_none_keep(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64>, keep_dims} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_min_none_keep.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64>, keep_dims} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_reduce_min_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.2909448, 1.1552416, -1.5454803, 1.3575113, -1.5564748], [-0.47007826, -0.5211794, 0.66863346, -0.735589, 1.2239165], [1.9417298, 0.8734834, -1.9147626, -1.6160003, 1.215247], [-0.36621714, 0.049761593, 1.3811176, 0.8549899, 0.10814329]], [[-0.7991231, -1.6786016, -1.5481453, -1.7880226, -0.40068057], [1.7904179, -1.5578965, 0.06007544, 0.4637944, 1.7653784], [1.9796888, 0.6229254, 0.31989697, 0.82956713, -0.2566956], [1.1216587, 1.3475156, -1.1400318, 0.113903575, -0.7468046]], [[-1.4992917, -0.3166537, 0.41959548, 0.070608824, -0.46293804], [0.22320849, 0.019383796, -1.8910503, 0.7600783, 1.1553787], [-0.1537755, 0.60573405, -1.032603, 0.9176246, -0.17981984], [0.56337935, 0.69062275, -0.2723163, -1.2510855, 1.7519062]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_reduce_min_none_keep() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-1.2909448, 1.1552416, -1.5454803, 1.3575113, -1.5564748], [-0.47007826, -0.5211794, 0.66863346, -0.735589, 1.2239165], [1.9417298, 0.8734834, -1.9147626, -1.6160003, 1.215247], [-0.36621714, 0.049761593, 1.3811176, 0.8549899, 0.10814329]], [[-0.7991231, -1.6786016, -1.5481453, -1.7880226, -0.40068057], [1.7904179, -1.5578965, 0.06007544, 0.4637944, 1.7653784], [1.9796888, 0.6229254, 0.31989697, 0.82956713, -0.2566956], [1.1216587, 1.3475156, -1.1400318, 0.113903575, -0.7468046]], [[-1.4992917, -0.3166537, 0.41959548, 0.070608824, -0.46293804], [0.22320849, 0.019383796, -1.8910503, 0.7600783, 1.1553787], [-0.1537755, 0.60573405, -1.032603, 0.9176246, -0.17981984], [0.56337935, 0.69062275, -0.2723163, -1.2510855, 1.7519062]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_reduce_min_f16(%a0: tensor<3x7xf16>) -> (tensor<3xf16>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x7xf16>) -> (tensor<3xf16>)
  weft.return %r0 : tensor<3xf16>
}
weft.func @inputs_reduce_min_f16() -> (tensor<3x7xf16>) {
  %0 = weft.constant dense<[[1.314453125, -0.467041015625, -0.486328125, 1.3896484375, 1.0087890625, -0.890625, 1.28515625], [-0.64501953125, 1.3671875, -1.5576171875, 1.7900390625, -0.5361328125, 1.68359375, -1.013671875], [-0.50732421875, -0.98583984375, 0.345703125, -0.98583984375, 0.69873046875, 0.71875, 1.0693359375]]> : tensor<3x7xf16>
  weft.return %0 : tensor<3x7xf16>
}
weft.func @expected_reduce_min_f16() -> (tensor<3xf16>) {
  %0 = weft.constant dense<[-0.890625, -1.5576171875, -0.98583984375]> : tensor<3xf16>
  weft.return %0 : tensor<3xf16>
}
weft.func @test_reduce_min_bf16(%a0: tensor<3x7xbf16>) -> (tensor<3xbf16>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x7xbf16>) -> (tensor<3xbf16>)
  weft.return %r0 : tensor<3xbf16>
}
weft.func @inputs_reduce_min_bf16() -> (tensor<3x7xbf16>) {
  %0 = weft.constant dense<[[-0.1865234375, -0.2890625, -1.0, -0.054443359375, 0.11279296875, -0.890625, 0.2314453125], [-1.3125, -0.326171875, -0.69921875, 0.134765625, 1.1015625, -1.875, -0.2412109375], [-1.6015625, -0.58203125, 0.9453125, 0.54296875, 0.8671875, 1.2578125, -0.640625]]> : tensor<3x7xbf16>
  weft.return %0 : tensor<3x7xbf16>
}
weft.func @expected_reduce_min_bf16() -> (tensor<3xbf16>) {
  %0 = weft.constant dense<[-1.0, -1.875, -1.6015625]> : tensor<3xbf16>
  weft.return %0 : tensor<3xbf16>
}
weft.func @test_reduce_min_f64(%a0: tensor<3x7xf64>) -> (tensor<3xf64>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x7xf64>) -> (tensor<3xf64>)
  weft.return %r0 : tensor<3xf64>
}
weft.func @inputs_reduce_min_f64() -> (tensor<3x7xf64>) {
  %0 = weft.constant dense<[[-0.5076336306514184, -1.246744287874451, -0.6890950466349111, 0.47266033357137394, 0.6804353614556105, 0.8401192449694279, 0.14723045298400894], [-1.7973201966053352, 0.5816340227857375, 1.3881350301797593, 1.4905343842458154, -1.9089478711438783, -0.4915662041007187, -0.03474017072944502], [0.4958918754005932, 1.1836345029549324, -1.8901122788460327, 1.6008809768950596, -0.2549485277462309, 1.8652750433920402, 1.1558122509139448]]> : tensor<3x7xf64>
  weft.return %0 : tensor<3x7xf64>
}
weft.func @expected_reduce_min_f64() -> (tensor<3xf64>) {
  %0 = weft.constant dense<[-1.246744287874451, -1.9089478711438783, -1.8901122788460327]> : tensor<3xf64>
  weft.return %0 : tensor<3xf64>
}
weft.func @test_reduce_min_i8(%a0: tensor<3x7xi8>) -> (tensor<3xi8>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x7xi8>) -> (tensor<3xi8>)
  weft.return %r0 : tensor<3xi8>
}
weft.func @inputs_reduce_min_i8() -> (tensor<3x7xi8>) {
  %0 = weft.constant dense<[[22, -77, -21, 52, 90, -7, -8], [60, -79, -30, -60, 99, 7, -45], [51, -14, -38, -4, 87, -4, -49]]> : tensor<3x7xi8>
  weft.return %0 : tensor<3x7xi8>
}
weft.func @expected_reduce_min_i8() -> (tensor<3xi8>) {
  %0 = weft.constant dense<[-77, -79, -49]> : tensor<3xi8>
  weft.return %0 : tensor<3xi8>
}
weft.func @test_reduce_min_ui8(%a0: tensor<3x7xui8>) -> (tensor<3xui8>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x7xui8>) -> (tensor<3xui8>)
  weft.return %r0 : tensor<3xui8>
}
weft.func @inputs_reduce_min_ui8() -> (tensor<3x7xui8>) {
  %0 = weft.constant dense<[[36, 97, 51, 64, 48, 73, 40], [38, 34, 53, 86, 35, 57, 50], [11, 84, 36, 76, 63, 82, 47]]> : tensor<3x7xui8>
  weft.return %0 : tensor<3x7xui8>
}
weft.func @expected_reduce_min_ui8() -> (tensor<3xui8>) {
  %0 = weft.constant dense<[36, 34, 11]> : tensor<3xui8>
  weft.return %0 : tensor<3xui8>
}
weft.func @test_reduce_min_i32(%a0: tensor<3x7xi32>) -> (tensor<3xi32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x7xi32>) -> (tensor<3xi32>)
  weft.return %r0 : tensor<3xi32>
}
weft.func @test_reduce_min_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_min_i32() -> (tensor<3x7xi32>) {
  %0 = weft.constant dense<[[-18, -4, -41, 59, 18, -3, 90], [-71, 41, 56, -54, -60, 58, 40], [77, 5, 47, -18, 45, 45, 35]]> : tensor<3x7xi32>
  weft.return %0 : tensor<3x7xi32>
}
weft.func @expected_reduce_min_i32() -> (tensor<3xi32>) {
  %0 = weft.constant dense<[-41, -71, -18]> : tensor<3xi32>
  weft.return %0 : tensor<3xi32>
}
weft.func @test_reduce_min_i64(%a0: tensor<3x7xi64>) -> (tensor<3xi64>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x7xi64>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @inputs_reduce_min_i64() -> (tensor<3x7xi64>) {
  %0 = weft.constant dense<[[84, 13, 96, -22, -71, 43, -13], [-16, 47, -65, -41, 79, 62, 83], [65, -75, -48, 60, 59, 24, 62]]> : tensor<3x7xi64>
  weft.return %0 : tensor<3x7xi64>
}
weft.func @expected_reduce_min_i64() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[-71, -65, -75]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_reduce_min_ui64(%a0: tensor<3x7xui64>) -> (tensor<3xui64>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<3x7xui64>) -> (tensor<3xui64>)
  weft.return %r0 : tensor<3xui64>
}
weft.func @inputs_reduce_min_ui64() -> (tensor<3x7xui64>) {
  %0 = weft.constant dense<[[33, 14, 32, 72, 14, 56, 44], [85, 21, 59, 67, 95, 94, 38], [29, 70, 25, 35, 52, 81, 11]]> : tensor<3x7xui64>
  weft.return %0 : tensor<3x7xui64>
}
weft.func @expected_reduce_min_ui64() -> (tensor<3xui64>) {
  %0 = weft.constant dense<[14, 21, 11]> : tensor<3xui64>
  weft.return %0 : tensor<3xui64>
}
weft.func @test_reduce_min_nothing_f32(%a0: tensor<2x0xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<2x0xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_min_nothing_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_min_nothing_f32() -> (tensor<2x0xf32>) {
  %0 = weft.constant dense<> : tensor<2x0xf32>
  weft.return %0 : tensor<2x0xf32>
}
weft.func @expected_reduce_min_nothing_f32() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[0x7F800000, 0x7F800000]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_reduce_min_nothing_i32(%a0: tensor<2x0xi32>) -> (tensor<2xi32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<2x0xi32>) -> (tensor<2xi32>)
  weft.return %r0 : tensor<2xi32>
}
weft.func @test_reduce_min_nothing_i32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<?x?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_reduce_min_nothing_i32() -> (tensor<2x0xi32>) {
  %0 = weft.constant dense<> : tensor<2x0xi32>
  weft.return %0 : tensor<2x0xi32>
}
weft.func @expected_reduce_min_nothing_i32() -> (tensor<2xi32>) {
  %0 = weft.constant dense<[2147483647, 2147483647]> : tensor<2xi32>
  weft.return %0 : tensor<2xi32>
}
weft.func @test_reduce_min_nothing_ui8(%a0: tensor<2x0xui8>) -> (tensor<2xui8>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<2x0xui8>) -> (tensor<2xui8>)
  weft.return %r0 : tensor<2xui8>
}
weft.func @test_reduce_min_nothing_ui8.dynamic(%a0: tensor<?x?xui8>) -> (tensor<?xui8>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<?x?xui8>) -> (tensor<?xui8>)
  weft.return %r0 : tensor<?xui8>
}
weft.func @inputs_reduce_min_nothing_ui8() -> (tensor<2x0xui8>) {
  %0 = weft.constant dense<> : tensor<2x0xui8>
  weft.return %0 : tensor<2x0xui8>
}
weft.func @expected_reduce_min_nothing_ui8() -> (tensor<2xui8>) {
  %0 = weft.constant dense<[255, 255]> : tensor<2xui8>
  weft.return %0 : tensor<2xui8>
}
weft.func @test_reduce_max_nan(%a0: tensor<2x3xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<2x3xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_max_nan.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce max %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_max_nan() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[1.0, 0x7FC00000, 3.0], [0x7F800000, 2.0, 1.0]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @expected_reduce_max_nan() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[0x7FC00000, 0x7F800000]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_reduce_min_nan(%a0: tensor<2x3xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<2x3xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_min_nan.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce min %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_min_nan() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[1.0, 0x7FC00000, 3.0], [0x7F800000, 2.0, 1.0]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @expected_reduce_min_nan() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[0x7FC00000, 1.0]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_reduce_sum_nan(%a0: tensor<2x3xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<2x3xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_sum_nan.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_sum_nan() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[1.0, 0x7FC00000, 3.0], [0x7F800000, 2.0, 1.0]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @expected_reduce_sum_nan() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[0x7FC00000, 0x7F800000]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_reduce_all(%a0: tensor<3x2xi1>) -> (tensor<3xi1>) {
  %r0 = weft.reduce all %a0 {dims = array<i64: 1>} : (tensor<3x2xi1>) -> (tensor<3xi1>)
  weft.return %r0 : tensor<3xi1>
}
weft.func @test_reduce_all.dynamic(%a0: tensor<?x?xi1>) -> (tensor<?xi1>) {
  %r0 = weft.reduce all %a0 {dims = array<i64: 1>} : (tensor<?x?xi1>) -> (tensor<?xi1>)
  weft.return %r0 : tensor<?xi1>
}
weft.func @inputs_reduce_all() -> (tensor<3x2xi1>) {
  %0 = weft.constant dense<[[true, true], [true, false], [false, false]]> : tensor<3x2xi1>
  weft.return %0 : tensor<3x2xi1>
}
weft.func @expected_reduce_all() -> (tensor<3xi1>) {
  %0 = weft.constant dense<[true, false, false]> : tensor<3xi1>
  weft.return %0 : tensor<3xi1>
}
weft.func @test_reduce_all_nothing(%a0: tensor<2x0xi1>) -> (tensor<2xi1>) {
  %r0 = weft.reduce all %a0 {dims = array<i64: 1>} : (tensor<2x0xi1>) -> (tensor<2xi1>)
  weft.return %r0 : tensor<2xi1>
}
weft.func @test_reduce_all_nothing.dynamic(%a0: tensor<?x?xi1>) -> (tensor<?xi1>) {
  %r0 = weft.reduce all %a0 {dims = array<i64: 1>} : (tensor<?x?xi1>) -> (tensor<?xi1>)
  weft.return %r0 : tensor<?xi1>
}
weft.func @inputs_reduce_all_nothing() -> (tensor<2x0xi1>) {
  %0 = weft.constant dense<> : tensor<2x0xi1>
  weft.return %0 : tensor<2x0xi1>
}
weft.func @expected_reduce_all_nothing() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, true]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @test_reduce_any(%a0: tensor<3x2xi1>) -> (tensor<3xi1>) {
  %r0 = weft.reduce any %a0 {dims = array<i64: 1>} : (tensor<3x2xi1>) -> (tensor<3xi1>)
  weft.return %r0 : tensor<3xi1>
}
weft.func @test_reduce_any.dynamic(%a0: tensor<?x?xi1>) -> (tensor<?xi1>) {
  %r0 = weft.reduce any %a0 {dims = array<i64: 1>} : (tensor<?x?xi1>) -> (tensor<?xi1>)
  weft.return %r0 : tensor<?xi1>
}
weft.func @inputs_reduce_any() -> (tensor<3x2xi1>) {
  %0 = weft.constant dense<[[true, true], [true, false], [false, false]]> : tensor<3x2xi1>
  weft.return %0 : tensor<3x2xi1>
}
weft.func @expected_reduce_any() -> (tensor<3xi1>) {
  %0 = weft.constant dense<[true, true, false]> : tensor<3xi1>
  weft.return %0 : tensor<3xi1>
}
weft.func @test_reduce_any_nothing(%a0: tensor<2x0xi1>) -> (tensor<2xi1>) {
  %r0 = weft.reduce any %a0 {dims = array<i64: 1>} : (tensor<2x0xi1>) -> (tensor<2xi1>)
  weft.return %r0 : tensor<2xi1>
}
weft.func @test_reduce_any_nothing.dynamic(%a0: tensor<?x?xi1>) -> (tensor<?xi1>) {
  %r0 = weft.reduce any %a0 {dims = array<i64: 1>} : (tensor<?x?xi1>) -> (tensor<?xi1>)
  weft.return %r0 : tensor<?xi1>
}
weft.func @inputs_reduce_any_nothing() -> (tensor<2x0xi1>) {
  %0 = weft.constant dense<> : tensor<2x0xi1>
  weft.return %0 : tensor<2x0xi1>
}
weft.func @expected_reduce_any_nothing() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[false, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @test_reduce_sum_long(%a0: tensor<2x1000xf32>) -> (tensor<2xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<2x1000xf32>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @test_reduce_sum_long.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.reduce sum %a0 {dims = array<i64: 1>} : (tensor<?x?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reduce_sum_long() -> (tensor<2x1000xf32>) {
  %0 = weft.constant dense<[[0.14186445, 0.17720737, 0.82882726, 0.50309086, 0.7871337, 0.8330561, 0.30160952, 0.17528026, 0.060503293, 0.7342469, 0.53839004, 0.851572, 0.65568745, 0.16978873, 0.4846251, 0.40557298, 0.11995608, 0.14142425, 0.7054448, 0.66128576, 0.4202363, 0.124889635, 0.25726414, 0.43931755, 0.7389906, 0.41488725, 0.7546436, 0.36481804, 0.6023109, 0.7481323, 0.41913477, 0.469292, 0.05412172, 0.1124799, 0.6808864, 0.09662861, 0.18821357, 0.48545897, 0.92773867, 0.9970353, 0.7748989, 0.36164272, 0.17782566, 0.4080174, 0.06305061, 0.28462806, 0.707945, 0.6190904, 0.92997605, 0.31370667, 0.4172606, 0.73489904, 0.25187045, 0.23962103, 0.9783635, 0.3478503, 0.87602335, 0.40284142, 0.8993215, 0.82899255, 0.29311523, 0.05020277, 0.66452944, 0.34098923, 0.3301483, 0.7154526, 0.4114951, 0.27683896, 0.86099076, 0.79578966, 0.8070571, 0.32636344, 0.9774768, 0.5104944, 0.315522, 0.1390685, 0.80983573, 0.7051744, 0.9368505, 0.093371674, 0.054664146, 0.88982457, 0.25188184, 0.3313979, 0.1269551, 0.50136745, 0.20682639, 0.059778605, 0.9542658, 0.13837497, 0.36701357, 0.20034488, 0.8238549, 0.7812587, 0.9191562, 0.4747761, 0.7867693, 0.81122494, 0.83924246, 0.15650734, 0.49045482, 0.6550029, 0.30600607, 0.7846969, 0.6357557, 0.8030577, 0.74466443, 0.43597, 0.11650643, 0.24164385, 0.49539948, 0.95221186, 0.20726946, 0.81636035, 0.2563309, 0.5880307, 0.9008808, 0.44843277, 0.22007139, 0.3099691, 0.7462094, 0.6694694, 0.62689996, 0.21299516, 0.7545694, 0.83815575, 0.4619064, 0.2751536, 0.60777056, 0.786389, 0.4547304, 0.5607677, 0.74803096, 0.91723275, 0.07958541, 0.68880975, 0.06369938, 0.26926613, 0.6811994, 0.17469211, 0.66530985, 0.7824876, 0.68135816, 0.82347023, 0.61026216, 0.50292116, 0.98631334, 0.3407641, 0.17207512, 0.49507818, 0.586373, 0.36206415, 0.95303184, 0.3319221, 0.18645214, 0.535837, 0.22244555, 0.62797785, 0.29159918, 0.3664805, 0.6865056, 0.6794729, 0.04774695, 0.56519055, 0.56636214, 0.35960528, 0.3701906, 0.6058609, 0.7820347, 0.78070873, 0.84548765, 0.5320889, 0.25757226, 0.7328543, 0.1642456, 0.019521372, 0.13913834, 0.05374179, 0.42240107, 0.39585721, 0.9644521, 0.8525951, 0.8270914, 0.73603994, 0.18125021, 0.15547548, 0.8199628, 0.7623873, 0.048229303, 0.4149418, 0.27040726, 0.55333126, 0.45195186, 0.46655333, 0.621288, 0.77403784, 0.88968796, 0.48540795, 0.3778774, 0.85511994, 0.024338368, 0.7699444, 0.054355532, 0.29552886, 0.9230027, 0.3108568, 0.049226146, 0.1264762, 0.9565307, 0.41005364, 0.36829826, 0.90481204, 0.84851426, 0.24692632, 0.11999263, 0.8950396, 0.38122562, 0.46047726, 0.15737511, 0.41064316, 0.89357996, 0.9087465, 0.1899354, 0.6425151, 0.1415608, 0.5057709, 0.78441983, 0.25899634, 0.588696, 0.19445725, 0.279476, 0.6405645, 0.33690086, 0.21731047, 0.32121876, 0.7621226, 0.4172297, 0.60101974, 0.26032245, 0.6236641, 0.04229813, 0.056898132, 0.21714236, 0.7896485, 0.17512646, 0.41962495, 0.9934337, 0.23289917, 0.14623663, 0.2762292, 0.5319849, 0.8970682, 0.031423416, 0.5315086, 0.01773036, 0.99182, 0.45670635, 0.67636263, 0.25798342, 0.4739734, 0.823582, 0.118003145, 0.21488419, 0.3035577, 0.8218624, 0.89988595, 0.7498859, 0.24528179, 0.31576526, 0.73541176, 0.44468856, 0.3477601, 0.996416, 0.25640923, 0.7794231, 0.17640978, 0.9121568, 0.2850253, 0.9213321, 0.71037257, 0.8741513, 0.63640565, 0.103134364, 0.39727795, 0.9793083, 0.124189, 0.5323818, 0.5215286, 0.43657053, 0.28064957, 0.30848575, 0.20360813, 0.2623825, 0.037273426, 0.749235, 0.89334303, 0.22038928, 0.057572633, 0.3842245, 0.10801315, 0.42601457, 0.2549425, 0.5766148, 0.7417171, 0.8762466, 0.7163715, 0.82799566, 0.9950249, 0.40114146, 0.15655434, 0.17009816, 0.46499428, 0.6943424, 0.83133435, 0.16624704, 0.5237053, 0.07651756, 0.5727404, 0.8650828, 0.34450135, 0.67788607, 0.6327516, 0.6639952, 0.18254049, 0.5096098, 0.054977786, 0.4123818, 0.05348429, 0.96529853, 0.34584638, 0.24782167, 0.90278125, 0.4321998, 0.51142925, 0.86783653, 0.5227113, 0.39243364, 0.73769706, 0.30126956, 0.15126641, 0.7178758, 0.49742222, 0.9974008, 0.5459813, 0.8963701, 0.042843957, 0.023172608, 0.3508379, 0.83454084, 0.4752418, 0.60955536, 0.36288756, 0.34545353, 0.33047396, 0.2837647, 0.03611947, 0.67650175, 0.308676, 0.91870993, 0.58985937, 0.15562743, 0.29409844, 0.18180472, 0.7545413, 0.25303894, 0.5586103, 0.43347853, 0.36784503, 0.8663844, 0.5121802, 0.31017685, 0.1704855, 0.2983161, 0.18942693, 0.6640658, 0.74347526, 0.5967557, 0.71156347, 0.7483114, 0.5734889, 0.1886793, 0.6403331, 0.02404284, 0.47636965, 0.1607991, 0.69703, 0.66786397, 0.3312788, 0.58458143, 0.7113686, 0.51117957, 0.25467566, 0.11294639, 0.8713026, 0.08803514, 0.19849044, 0.78000695, 0.04975761, 0.14332952, 0.37169984, 0.15111001, 0.040768795, 0.77523434, 0.17297685, 0.91373384, 0.049296267, 0.27360004, 0.57098395, 0.09973482, 0.47842044, 0.48688272, 0.6000756, 0.9261073, 0.40855625, 0.9088526, 0.2182827, 0.6536169, 0.42857108, 0.77592236, 0.5206463, 0.85370153, 0.15480642, 0.26416427, 0.5445052, 0.63474345, 0.3790706, 0.8033051, 0.3783902, 0.9336137, 0.93087554, 0.04269055, 0.6413617, 0.8603857, 0.050530806, 0.7383405, 0.582763, 0.51722556, 0.2737337, 0.73478454, 0.22029182, 0.18250199, 0.3498819, 0.9912354, 0.40585062, 0.14308725, 0.3998191, 0.76555663, 0.6242097, 0.71801925, 0.826105, 0.29095992, 0.34720284, 0.85741913, 0.38228837, 0.5124109, 0.83313894, 0.62931484, 0.9131015, 0.014650028, 0.61971927, 0.510167, 0.41079742, 0.29612935, 0.3765122, 0.8177371, 0.47639403, 0.21997334, 0.693737, 0.8195467, 0.40626356, 0.13039047, 0.7444322, 0.6909124, 0.69363844, 0.014251673, 0.11971693, 0.96685255, 0.5541942, 0.2600047, 0.049696166, 0.4756511, 0.32406676, 0.1555658, 0.6377021, 0.17980926, 0.9474018, 0.23214036, 0.88891697, 0.3549699, 0.29238078, 0.75843155, 0.50558704, 0.14033325, 0.8403497, 0.5504842, 0.56875205, 0.37781847, 0.82534164, 0.6146024, 0.07358115, 0.8849111, 0.5660384, 0.27259517, 0.04126879, 0.0417663, 0.12234083, 0.25699657, 0.5280683, 0.22566585, 0.7883617, 0.52653295, 0.428387, 0.42923844, 0.24059735, 0.5379665, 0.23288785, 0.32308757, 0.51040524, 0.63489586, 0.32773986, 0.7212022, 0.35766298, 0.91519845, 0.14892392, 0.5778244, 0.35471097, 0.45481217, 0.115687855, 0.3380704, 0.18873197, 0.67624444, 0.7754879, 0.78583753, 0.9123479, 0.38277158, 0.6397335, 0.9561712, 0.4995818, 0.51999927, 0.6556408, 0.030309297, 0.8492057, 0.41611132, 0.755113, 0.1325439, 0.49234173, 0.56891143, 0.7729027, 0.5968495, 0.6221619, 0.9244404, 0.27063414, 0.44870353, 0.8808404, 0.4564148, 0.5918322, 0.50550437, 0.9739359, 0.6790219, 0.7729813, 0.031994674, 0.39478362, 0.74734575, 0.1682171, 0.7795975, 0.92113626, 0.76124966, 0.72305286, 0.27515417, 0.12101423, 0.9385755, 0.42174226, 0.90149593, 0.66744363, 0.93140554, 0.025370477, 0.7996995, 0.7391443, 0.5631108, 0.16284417, 0.20350167, 0.9292106, 0.3897587, 0.752514, 0.9759586, 0.22803311, 0.06682587, 0.035428245, 0.43138012, 0.8246192, 0.7995166, 0.5904434, 0.0028490752, 0.24637695, 0.14858773, 0.15646984, 0.1327082, 0.034492247, 0.5039221, 0.34153527, 0.35254636, 0.27578577, 0.7910752, 0.29009977, 0.15711315, 0.28238338, 0.2490208, 0.34664056, 0.37953228, 0.22748917, 0.62827754, 0.1551122, 0.9091442, 0.88319564, 0.49349445, 0.73044163, 0.21404698, 0.29135996, 0.9084078, 0.47372854, 0.74068606, 0.8122555, 0.7017405, 0.45290214, 0.3794598, 0.060055725, 0.8646267, 0.6927769, 0.06279575, 0.83394855, 0.2847745, 0.8510226, 0.1496167, 0.02212275, 0.85864264, 0.88932186, 0.49320108, 0.9132005, 0.08943616, 0.15008348, 0.9709746, 0.939549, 0.69473016, 0.3348966, 0.7139441, 0.0003096222, 0.35451335, 0.8521322, 0.22857736, 0.12871617, 0.491227, 0.67375493, 0.31082255, 0.8178868, 0.90705067, 0.21673863, 0.38490185, 0.83522457, 0.5025695, 0.7468157, 0.3131937, 0.8179314, 0.8348915, 0.7751009, 0.87904984, 0.39124238, 0.5163647, 0.80695015, 0.7227732, 0.53663534, 0.035335623, 0.21729961, 0.45380783, 0.752845, 0.904617, 0.9865603, 0.3847194, 0.9661181, 0.3817952, 0.18171266, 0.92870194, 0.10574989, 0.47649965, 0.7752458, 0.62668794, 0.8507993, 0.53072566, 0.44521105, 0.33792228, 0.62350464, 0.56456536, 0.5086441, 0.67975384, 0.5061312, 0.693763, 0.49996027, 0.7754411, 0.20341124, 0.3601162, 0.3054951, 0.87872577, 0.58091706, 0.94127995, 0.55759966, 0.93596154, 0.7392223, 0.89403677, 0.29855418, 0.9954813, 0.30022576, 0.74884796, 0.6199918, 0.3552, 0.10389859, 0.045207728, 0.0107006235, 0.5511853, 0.56113267, 0.108616084, 0.03829292, 0.019442353, 0.5795647, 0.75407207, 0.89846, 0.46891904, 0.7424542, 0.2377407, 0.04893228, 0.5758436, 0.32559377, 0.40124148, 0.114654765, 0.69146603, 0.88320756, 0.7425869, 0.13604477, 0.27181557, 0.19622257, 0.9906478, 0.38914567, 0.14709641, 0.8137968, 0.21248618, 0.07863507, 0.37155044, 0.0368306, 0.45847264, 0.4357481, 0.31236893, 0.55645716, 0.78811496, 0.34129298, 0.2716091, 0.6368585, 0.42025122, 0.25929004, 0.9457159, 0.20962389, 0.39912105, 0.2917465, 0.80894804, 0.6642385, 0.9092582, 0.27040616, 0.8249171, 0.6679277, 0.112578556, 0.25056174, 0.8391367, 0.434993, 0.16151442, 0.13009253, 0.29164845, 0.64737284, 0.13469546, 0.15633808, 0.8543166, 0.26354724, 0.6813884, 0.833167, 0.74782205, 0.62739825, 0.44977435, 0.7043667, 0.36573628, 0.7634849, 0.6980709, 0.1139232, 0.0069882786, 0.6638666, 0.4766283, 0.60765713, 0.665163, 0.46858233, 0.13180955, 0.5801158, 0.28966126, 0.50068784, 0.028527541, 0.95962524, 0.18253937, 0.99278283, 0.79293776, 0.3855782, 0.5655343, 0.21882576, 0.012900004, 0.49383074, 0.07009903, 0.17763172, 0.06529473, 0.5526303, 0.6670412, 0.961033, 0.24369545, 0.83786225, 0.5880661, 0.013297613, 0.36521977, 0.9797842, 0.731489, 0.66949856, 0.70005924, 0.9576183, 0.53839487, 0.13610539, 0.050548945, 0.5680538, 0.17735785, 0.93536925, 0.97649777, 0.56456155, 0.6110144, 0.13002668, 0.8112299, 0.42566466, 0.7542813, 0.42841104, 0.80221117, 0.121574745, 0.97425205, 0.6847152, 0.34495065, 0.4111246, 0.21491322, 0.5097424, 0.8949119, 0.47682104, 0.3322771, 0.46260428, 0.41644976, 0.4237206, 0.5168039, 0.7192204, 0.7170973, 0.028112223, 0.94036084, 0.3529469, 0.4401028, 0.51631516, 0.9075988, 0.04111176, 0.8436856, 0.6775993, 0.5358633, 0.40319353, 0.5359961, 0.70072556, 0.45129052, 0.9261188, 0.5682112, 0.45828566, 0.9081165, 0.027687881, 0.90140975, 0.4871763, 0.13890077, 0.69511855, 0.2519524, 0.47916827, 0.53760606, 0.9697644, 0.6816414, 0.45307493, 0.6506605, 0.6549557, 0.14916967, 0.38298225, 0.17575821, 0.1181241, 0.33319235, 0.038236827, 0.18636979, 0.18479988, 0.54273427, 0.42665505, 0.109498, 0.9947857, 0.7517655, 0.6852187, 0.6457802, 0.7293711, 0.1960475, 0.7296966, 0.3682592, 0.20299211, 0.2929834, 0.8288979, 0.41254613, 0.8771617, 0.9953497, 0.9405713, 0.48145708, 0.5661918, 0.60465914, 0.09187789, 0.75866616, 0.8042512, 0.20214081, 0.34093484, 0.63558865, 0.9560053, 0.36006308, 0.88004565, 0.0699725, 0.54993993, 0.30080798, 0.86363333, 0.188658, 0.095870845, 0.38223702, 0.7580211, 0.73601866, 0.34372064, 0.72934055, 0.15014681, 0.45036185, 0.87693846, 0.16424517, 0.24346009, 0.3612895, 0.21446994, 0.53236955, 0.42148066, 0.5963271, 0.020612897, 0.8150896, 0.3975505, 0.06883785, 0.62085086, 0.176006, 0.21600252, 0.7570802, 0.07276706, 0.9476091, 0.2464209, 0.6069202, 0.12003401, 0.99976516, 0.9538107, 0.65635175, 0.26779923, 0.363027, 0.5815949, 0.27885774, 0.5874947, 0.9069938, 0.14736624, 0.2729088, 0.9625883, 0.86094123, 0.034299385, 0.099671155, 0.6463146, 0.83548856, 0.97874916, 0.1301172, 0.4752938, 0.5133832, 0.8531499, 0.48662326, 0.03891279, 0.075489834, 0.5004614, 0.13492365, 0.5125062, 0.5884439, 0.5071192, 0.57861066, 0.015686058, 0.69552475, 0.037020076, 0.5019498, 0.15137775, 0.40358981, 0.808287, 0.8407016, 0.88499075, 0.6938107, 0.5341677], [0.8023363, 0.069750175, 0.03166176, 0.8823699, 0.7223342, 0.4293405, 0.25515002, 0.9718728, 0.21442105, 0.2531449, 0.9438252, 0.7597433, 0.85030144, 0.9387465, 0.9576521, 0.3926474, 0.24639991, 0.56200856, 0.3827735, 0.33653763, 0.57851, 0.89416337, 0.54714036, 0.33904776, 0.18918477, 0.83277565, 0.63727814, 0.21705441, 0.81183094, 0.08002263, 0.08816782, 0.29281294, 0.7841588, 0.5254574, 0.6916316, 0.9065475, 0.98662746, 0.83906084, 0.4381872, 0.5449494, 0.0015896499, 0.07858222, 0.43813014, 0.32639623, 0.52306384, 0.0057625524, 0.94890153, 0.4817431, 0.16298936, 0.63960916, 0.576957, 0.70748705, 0.98921335, 0.43995863, 0.00011134755, 0.2005826, 0.40791622, 0.25227565, 0.48713723, 0.6317881, 0.5238648, 0.053390503, 0.025163673, 0.027859787, 0.68483883, 0.40631095, 0.55119306, 0.39966467, 0.6906994, 0.99062186, 0.61314875, 0.2055042, 0.7259719, 0.21377544, 0.688437, 0.5740555, 0.011533549, 0.18854344, 0.22684942, 0.37762645, 0.88417476, 0.71020037, 0.4797625, 0.405656, 0.02994913, 0.21770304, 0.8797449, 0.37759972, 0.27412048, 0.9404782, 0.22205232, 0.80055827, 0.38144258, 0.36509544, 0.3339929, 0.27010232, 0.26344642, 0.28175548, 0.46484867, 0.44333962, 0.019190794, 0.394241, 0.81946164, 0.75289285, 0.12660486, 0.2073275, 0.6291848, 0.6286655, 0.050199885, 0.31094995, 0.5108832, 0.68178034, 0.5625336, 0.6431059, 0.88653755, 0.876182, 0.20065065, 0.8681894, 0.21128853, 0.0034355328, 0.7810459, 0.9067479, 0.10363281, 0.75249386, 0.08078546, 0.9151948, 0.46378604, 0.4875332, 0.9104053, 0.30401772, 0.54068685, 0.100878924, 0.17702392, 0.5346758, 0.8664326, 0.3710209, 0.0056199916, 0.23256747, 0.49743986, 0.06384023, 0.1435993, 0.22488174, 0.8427189, 0.42680255, 0.13888367, 0.537551, 0.575056, 0.6168018, 0.73876643, 0.5670143, 0.052076627, 0.5945069, 0.6056966, 0.5027527, 0.14450818, 0.20605117, 0.6269447, 0.7704966, 0.073082335, 0.7609766, 0.45099092, 0.6284985, 0.78576314, 0.08405849, 0.7292871, 0.74347484, 0.46801564, 0.2577824, 0.57452905, 0.5869068, 0.40322927, 0.5258042, 0.7367842, 0.7924352, 0.9447495, 0.9736474, 0.02353236, 0.9048827, 0.8819038, 0.99743956, 0.7921362, 0.9469546, 0.98125064, 0.13421369, 0.120402, 0.5612742, 0.91580236, 0.5317518, 0.5070041, 0.8572719, 0.5847617, 0.8244909, 0.60370237, 0.5176349, 0.49791047, 0.79460293, 0.12312837, 0.33893237, 0.09730097, 0.65881497, 0.4049686, 0.8948425, 0.34107482, 0.9176505, 0.31168547, 0.94349843, 0.8983679, 0.28908578, 0.53184307, 0.07437651, 0.621094, 0.6788421, 0.46049654, 0.43153092, 0.4940035, 0.78865397, 0.1998212, 0.83519477, 0.71701837, 0.39686123, 0.97396106, 0.5832826, 0.5101461, 0.52997243, 0.3424657, 0.5276498, 0.093527555, 0.6061389, 0.34011582, 0.6604528, 0.60384005, 0.9925134, 0.7382183, 0.008021523, 0.12002799, 0.49530482, 0.54011, 0.4763109, 0.73247665, 0.93405646, 0.062028658, 0.62694556, 0.2887321, 0.39057264, 0.95474863, 0.067097805, 0.20516309, 0.5039378, 0.74787164, 0.95164627, 0.97289044, 0.9279819, 0.77777016, 0.45046276, 0.28468883, 0.8626963, 0.74776053, 0.7102953, 0.77137697, 0.9165509, 0.54630196, 0.25533393, 0.011778008, 0.2401341, 0.6563222, 0.36879948, 0.19668698, 0.13259412, 0.034567893, 0.57072324, 0.65768045, 0.9541437, 0.78196913, 0.1560996, 0.20566523, 0.96659756, 0.29049155, 0.5404023, 0.8040694, 0.6395379, 0.039249383, 0.47215945, 0.5325793, 0.5371665, 0.111670226, 0.96352154, 0.5000285, 0.67236274, 0.766372, 0.25250408, 0.026237484, 0.6153875, 0.9101358, 0.889302, 0.8775483, 0.2036197, 0.88358337, 0.07614599, 0.2849013, 0.8254745, 0.09320291, 0.7808013, 0.79557294, 0.9070778, 0.8564352, 0.7175166, 0.16730188, 0.11638625, 0.079998925, 0.31115487, 0.3119416, 0.99106383, 0.85408014, 0.09360043, 0.4707758, 0.8012716, 0.391932, 0.5219008, 0.8765027, 0.9166289, 0.17134914, 0.8206592, 0.44963008, 0.022599585, 0.30308926, 0.8895512, 0.18384647, 0.16520886, 0.95675665, 0.4329887, 0.9128882, 0.2809803, 0.06131206, 0.9155993, 0.3195216, 0.9402181, 0.67259854, 0.8349038, 0.32033378, 0.71276283, 0.8158213, 0.67909575, 0.92418945, 0.90601224, 0.56714046, 0.9426067, 0.7136915, 0.91048646, 0.14294964, 0.29874134, 0.15069693, 0.024025995, 0.65511876, 0.97078675, 0.62916255, 0.97409105, 0.8216855, 0.61880416, 0.39933324, 0.1978455, 0.95729274, 0.94126403, 0.8989246, 0.3337621, 0.7492655, 0.5354317, 0.82333285, 0.5668691, 0.0116297435, 0.2774907, 0.26999894, 0.3285386, 0.34469092, 0.017983073, 0.5112688, 0.94044536, 0.6167793, 0.21307172, 0.9713377, 0.8764333, 0.8829152, 0.11686182, 0.7042028, 0.32893395, 0.79703945, 0.37465322, 0.24582732, 0.96860695, 0.85444254, 0.6483606, 0.480934, 0.5660991, 0.6590449, 0.42821413, 0.4084827, 0.26556814, 0.6251914, 0.28585154, 0.41745073, 0.28806022, 0.9139417, 0.5190035, 0.15007824, 0.12116293, 0.7716266, 0.9371154, 0.22506161, 0.57063377, 0.48686376, 0.43869114, 0.69830173, 0.80391777, 0.819237, 0.22109574, 0.60268503, 0.15549318, 0.18664174, 0.34592205, 0.57227767, 0.49231637, 0.04715678, 0.4916306, 0.16960269, 0.17176035, 0.8632226, 0.647639, 0.24690956, 0.77218777, 0.98181355, 0.8534876, 0.14831558, 0.6599237, 0.40999073, 0.44066167, 0.18420568, 0.12529463, 0.97403514, 0.45700884, 0.16491778, 0.4643374, 0.45643142, 0.155957, 0.7402657, 0.6257137, 0.7208714, 0.83951795, 0.8785485, 0.99974656, 0.7043511, 0.98141944, 0.98768336, 0.19402274, 0.39071676, 0.48110664, 0.46829522, 0.09717983, 0.39266825, 0.789618, 0.50954694, 0.666407, 0.6934084, 0.6266567, 0.012973123, 0.3818582, 0.7472629, 0.366461, 0.9688656, 0.95944947, 0.5124871, 0.98078644, 0.20819871, 0.48063993, 0.92590845, 0.089611895, 0.51160395, 0.41629496, 0.3892156, 0.43348208, 0.6019795, 0.9241449, 0.051429484, 0.14518827, 0.6868402, 0.53997535, 0.722116, 0.8454061, 0.8213849, 0.3198504, 0.2162523, 0.6206113, 0.054701935, 0.5942139, 0.6199303, 0.48484752, 0.85367775, 0.06716335, 0.01937379, 0.93216705, 0.8422359, 0.036837902, 0.7201544, 0.58682793, 0.1424289, 0.4137089, 0.59699327, 0.60727966, 0.2015487, 0.011684045, 0.06341637, 0.2410709, 0.3128892, 0.2065715, 0.3417357, 0.101615, 0.39339957, 0.33499646, 0.29971573, 0.3811559, 0.862904, 0.78899604, 0.12828808, 0.09898554, 0.56241256, 0.087437846, 0.8119207, 0.37224984, 0.9811708, 0.36776432, 0.5405301, 0.063601635, 0.17211938, 0.18129368, 0.94024277, 0.994345, 0.6378524, 0.62748516, 0.76260084, 0.44106358, 0.93407, 0.23360035, 0.9119015, 0.01976837, 0.5884424, 0.6160672, 0.7585808, 0.1814753, 0.34212294, 0.9208279, 0.1972388, 0.29600528, 0.5769724, 0.9879939, 0.33065122, 0.17227106, 0.12334068, 0.98753804, 0.2548538, 0.7432573, 0.07162626, 0.42843032, 0.5841461, 0.734909, 0.63425463, 0.42241466, 0.16550858, 0.4145411, 0.4641652, 0.31610978, 0.14445342, 0.8846894, 0.19357783, 0.37770405, 0.4617819, 0.1655522, 0.78187704, 0.16063619, 0.83204216, 0.026248336, 0.023729308, 0.5171095, 0.53529674, 0.45867863, 0.9172994, 0.7503179, 0.8245465, 0.7789677, 0.8204462, 0.80702776, 0.88930327, 0.7571025, 0.18216653, 0.51393247, 0.7028836, 0.5089735, 0.5078017, 0.32084545, 0.17137392, 0.90230936, 0.36490166, 0.025239117, 0.3583425, 0.99905264, 0.018939754, 0.98835105, 0.18951213, 0.03428114, 0.99381465, 0.26022345, 0.9731788, 0.25866798, 0.3538827, 0.98157895, 0.25780165, 0.8200668, 0.8378764, 0.39782232, 0.12102507, 0.8074537, 0.15713897, 0.36881712, 0.20151784, 0.89902616, 0.27997282, 0.5490005, 0.67248935, 0.2632278, 0.5691312, 0.71804696, 0.9841642, 0.43114284, 0.34377906, 0.349224, 0.55891395, 0.31573427, 0.40878972, 0.63973206, 0.73685193, 0.7231759, 0.6569762, 0.14087294, 0.6744598, 0.21571173, 0.8480816, 0.8974839, 0.27605462, 0.95404387, 0.6324418, 0.7325985, 0.72700256, 0.6663315, 0.13729088, 0.5887555, 0.97599, 0.8250496, 0.45114854, 0.9820374, 0.9005539, 0.44385374, 0.8494157, 0.26572666, 0.14596044, 0.5007582, 0.81030446, 0.69842964, 0.30971533, 0.4930503, 0.7699483, 0.7296907, 0.9499271, 0.1490824, 0.73803663, 0.6662524, 0.28275874, 0.95767677, 0.49456295, 0.6388629, 0.99311274, 0.5378359, 0.66499406, 0.581578, 0.83957696, 0.6730664, 0.14579843, 0.055988833, 0.9015616, 0.75461715, 0.12639828, 0.8692019, 0.6617896, 0.60707074, 0.7525292, 0.9281731, 0.30216232, 0.055974387, 0.677709, 0.31194955, 0.71952766, 0.68341976, 0.6753783, 0.8128081, 0.15765123, 0.18073568, 0.52017635, 0.1671973, 0.5038269, 0.26776227, 0.98572814, 0.8377063, 0.78882945, 0.8679317, 0.24476154, 0.53088295, 0.61550814, 0.04990257, 0.24899136, 0.8241362, 0.25720653, 0.9057333, 0.47063053, 0.50011945, 0.12311586, 0.8526848, 0.40870675, 0.22184576, 0.16919851, 0.16504747, 0.7760374, 0.366545, 0.59240174, 0.3469741, 0.92608577, 0.51481175, 0.46441272, 0.94387573, 0.81448054, 0.9806045, 0.76686984, 0.22900131, 0.46175924, 0.79026544, 0.23082535, 0.44691497, 0.12837431, 0.44301364, 0.5558141, 0.17511119, 0.5979174, 0.14790078, 0.494847, 0.6927245, 0.73003435, 0.43294707, 0.17220111, 0.9766593, 0.5435709, 0.48704085, 0.038349256, 0.7584506, 0.7868748, 0.71956295, 0.45710254, 0.46373582, 0.8227904, 0.932565, 0.5936134, 0.63963926, 0.83867854, 0.3388199, 0.1759437, 0.75187993, 0.6159735, 0.34075585, 0.8414828, 0.7542807, 0.032966796, 0.5060601, 0.7036385, 0.9065459, 0.70912516, 0.23645227, 0.15085448, 0.96383446, 0.85946506, 0.42381862, 0.4116878, 0.7660919, 0.6441041, 0.26333255, 0.4857533, 0.9781439, 0.44951302, 0.020696454, 0.10524471, 0.15242358, 0.6528683, 0.36765355, 0.659572, 0.28607398, 0.7919634, 0.49709702, 0.9357306, 0.7651181, 0.47861353, 0.97266096, 0.3229099, 0.46936497, 0.3559735, 0.03219422, 0.31048393, 0.07111133, 0.11500034, 0.11886094, 0.37160861, 0.55623883, 0.5663946, 0.6360596, 0.1874557, 0.2896387, 0.12655033, 0.90542096, 0.15706624, 0.63186437, 0.49512774, 0.07444058, 0.8304248, 0.5068176, 0.5603852, 0.7504772, 0.30575547, 0.38780057, 0.14344858, 0.87791526, 0.3820727, 0.8487348, 0.8521288, 0.40582764, 0.5966023, 0.23718624, 0.48108464, 0.3152031, 0.9298421, 0.66966754, 0.89790565, 0.24885575, 0.2068404, 0.0019589867, 0.5867498, 0.29394105, 0.2746518, 0.45117027, 0.56799763, 0.75119454, 0.88565475, 0.194283, 0.4933278, 0.91937035, 0.3180889, 0.55437857, 0.4455772, 0.74881524, 0.7283399, 0.3988921, 0.26551348, 0.6300771, 0.934316, 0.40160426, 0.49963674, 0.24694282, 0.8871748, 0.054248374, 0.38112336, 0.08999688, 0.44135702, 0.59988344, 0.10971087, 0.6665401, 0.26589328, 0.21080485, 0.33793372, 0.9291056, 0.88208973, 0.30168352, 0.031227292, 0.098078206, 0.45277697, 0.025519136, 0.6878919, 0.5988651, 0.41289705, 0.14997809, 0.95559853, 0.36812568, 0.24658546, 0.98504823, 0.7506411, 0.542066, 0.3506542, 0.8084143, 0.7020498, 0.8844111, 0.97727627, 0.5800048, 0.82710135, 0.91333574, 0.20523047, 0.6278673, 0.8486389, 0.7994552, 0.7400668, 0.45953497, 0.86501545, 0.4909494, 0.2941714, 0.44429252, 0.824529, 0.07899547, 0.012219005, 0.063258424, 0.13305031, 0.23204371, 0.13709141, 0.018317962, 0.26965553, 0.60393107, 0.7433942, 0.47315374, 0.92666614, 0.043337747, 0.8798938, 0.048096918, 0.59992963, 0.20485826, 0.7174301, 0.74718666, 0.8142827, 0.29478735, 0.15798312, 0.7602643, 0.687026, 0.4545404, 0.43213117, 0.50135964, 0.9550825, 0.12653042, 0.5955035, 0.8582629, 0.10180311, 0.7429621, 0.81890666, 0.24857718, 0.3435384, 0.42771828, 0.98933184, 0.90786606, 0.92846113, 0.36659876, 0.8846115, 0.496038, 0.5975546, 0.6592485, 0.7372539, 0.33493045, 0.37222013, 0.12476322, 0.86992145, 0.4528947, 0.9600162, 0.26451984, 0.62815964, 0.9969664, 0.6988227, 0.89546365, 0.9328154, 0.5343759, 0.1821375, 0.6290903, 0.65238196, 0.32153273, 0.1834486, 0.3482267, 0.78013265, 0.31821597, 0.795193, 0.36258468, 0.80277854, 0.60927546, 0.9401259, 0.22623385, 0.7704793, 0.44863883, 0.20588881, 0.16661045, 0.24685962, 0.67924607, 0.8497442, 0.3036998, 0.33960342, 0.122257195, 0.5293985, 0.11032451]]> : tensor<2x1000xf32>
  weft.return %0 : tensor<2x1000xf32>
}
weft.func @expected_reduce_sum_long() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[494.2026, 517.65796]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_arg_max_0(%a0: tensor<3x4xf32>) -> (tensor<4xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 0 : i64} : (tensor<3x4xf32>) -> (tensor<4xi64>)
  weft.return %r0 : tensor<4xi64>
}
weft.func @test_arg_max_0.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 0 : i64} : (tensor<?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_arg_max_0() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[3.0, 7.0, 7.0, 1.0], [-2.0, -2.0, -5.0, -5.0], [0x7FC00000, 1.0, 0x7FC00000, 9.0]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_arg_max_0() -> (tensor<4xi64>) {
  %0 = weft.constant dense<[2, 0, 2, 2]> : tensor<4xi64>
  weft.return %0 : tensor<4xi64>
}
weft.func @test_arg_max_1(%a0: tensor<3x4xf32>) -> (tensor<3xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 1 : i64} : (tensor<3x4xf32>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @test_arg_max_1.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 1 : i64} : (tensor<?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_arg_max_1() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[3.0, 7.0, 7.0, 1.0], [-2.0, -2.0, -5.0, -5.0], [0x7FC00000, 1.0, 0x7FC00000, 9.0]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_arg_max_1() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[1, 0, 0]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_arg_max_i8(%a0: tensor<4x5xi8>) -> (tensor<4x1xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 1 : i64, keep_dims} : (tensor<4x5xi8>) -> (tensor<4x1xi64>)
  weft.return %r0 : tensor<4x1xi64>
}
weft.func @test_arg_max_i8.dynamic(%a0: tensor<?x?xi8>) -> (tensor<?x?xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 1 : i64, keep_dims} : (tensor<?x?xi8>) -> (tensor<?x?xi64>)
  weft.return %r0 : tensor<?x?xi64>
}
weft.func @inputs_arg_max_i8() -> (tensor<4x5xi8>) {
  %0 = weft.constant dense<[[0, -2, 1, 2, 2], [0, 0, -2, 2, 1], [2, -3, 0, 1, -2], [1, -3, -1, -1, -2]]> : tensor<4x5xi8>
  weft.return %0 : tensor<4x5xi8>
}
weft.func @expected_arg_max_i8() -> (tensor<4x1xi64>) {
  %0 = weft.constant dense<[[3], [3], [0], [0]]> : tensor<4x1xi64>
  weft.return %0 : tensor<4x1xi64>
}
weft.func @test_arg_max_last_0(%a0: tensor<3x4xf32>) -> (tensor<4xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 0 : i64, last} : (tensor<3x4xf32>) -> (tensor<4xi64>)
  weft.return %r0 : tensor<4xi64>
}
weft.func @test_arg_max_last_0.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 0 : i64, last} : (tensor<?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_arg_max_last_0() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[3.0, 7.0, 7.0, 1.0], [-2.0, -2.0, -5.0, -5.0], [0x7FC00000, 1.0, 0x7FC00000, 9.0]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_arg_max_last_0() -> (tensor<4xi64>) {
  %0 = weft.constant dense<[2, 0, 2, 2]> : tensor<4xi64>
  weft.return %0 : tensor<4xi64>
}
weft.func @test_arg_max_last_1(%a0: tensor<3x4xf32>) -> (tensor<3xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 1 : i64, last} : (tensor<3x4xf32>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @test_arg_max_last_1.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 1 : i64, last} : (tensor<?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_arg_max_last_1() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[3.0, 7.0, 7.0, 1.0], [-2.0, -2.0, -5.0, -5.0], [0x7FC00000, 1.0, 0x7FC00000, 9.0]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_arg_max_last_1() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[2, 1, 2]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_arg_max_last_i8(%a0: tensor<4x5xi8>) -> (tensor<4x1xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 1 : i64, keep_dims, last} : (tensor<4x5xi8>) -> (tensor<4x1xi64>)
  weft.return %r0 : tensor<4x1xi64>
}
weft.func @test_arg_max_last_i8.dynamic(%a0: tensor<?x?xi8>) -> (tensor<?x?xi64>) {
  %r0 = weft.arg_reduce max %a0 {dim = 1 : i64, keep_dims, last} : (tensor<?x?xi8>) -> (tensor<?x?xi64>)
  weft.return %r0 : tensor<?x?xi64>
}
weft.func @inputs_arg_max_last_i8() -> (tensor<4x5xi8>) {
  %0 = weft.constant dense<[[0, -2, 1, 2, -3], [1, -2, 2, -1, -2], [-3, -1, 0, 1, -3], [0, 0, -1, -2, -3]]> : tensor<4x5xi8>
  weft.return %0 : tensor<4x5xi8>
}
weft.func @expected_arg_max_last_i8() -> (tensor<4x1xi64>) {
  %0 = weft.constant dense<[[3], [2], [3], [1]]> : tensor<4x1xi64>
  weft.return %0 : tensor<4x1xi64>
}
weft.func @test_arg_min_0(%a0: tensor<3x4xf32>) -> (tensor<4xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 0 : i64} : (tensor<3x4xf32>) -> (tensor<4xi64>)
  weft.return %r0 : tensor<4xi64>
}
weft.func @test_arg_min_0.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 0 : i64} : (tensor<?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_arg_min_0() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[3.0, 7.0, 7.0, 1.0], [-2.0, -2.0, -5.0, -5.0], [0x7FC00000, 1.0, 0x7FC00000, 9.0]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_arg_min_0() -> (tensor<4xi64>) {
  %0 = weft.constant dense<[2, 1, 2, 1]> : tensor<4xi64>
  weft.return %0 : tensor<4xi64>
}
weft.func @test_arg_min_1(%a0: tensor<3x4xf32>) -> (tensor<3xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 1 : i64} : (tensor<3x4xf32>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @test_arg_min_1.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 1 : i64} : (tensor<?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_arg_min_1() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[3.0, 7.0, 7.0, 1.0], [-2.0, -2.0, -5.0, -5.0], [0x7FC00000, 1.0, 0x7FC00000, 9.0]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_arg_min_1() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[3, 2, 0]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_arg_min_i8(%a0: tensor<4x5xi8>) -> (tensor<4x1xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 1 : i64, keep_dims} : (tensor<4x5xi8>) -> (tensor<4x1xi64>)
  weft.return %r0 : tensor<4x1xi64>
}
weft.func @test_arg_min_i8.dynamic(%a0: tensor<?x?xi8>) -> (tensor<?x?xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 1 : i64, keep_dims} : (tensor<?x?xi8>) -> (tensor<?x?xi64>)
  weft.return %r0 : tensor<?x?xi64>
}
weft.func @inputs_arg_min_i8() -> (tensor<4x5xi8>) {
  %0 = weft.constant dense<[[0, 2, 2, -2, -1], [1, 0, 0, 2, 1], [-2, 1, -1, -1, -3], [0, 2, -3, 0, 1]]> : tensor<4x5xi8>
  weft.return %0 : tensor<4x5xi8>
}
weft.func @expected_arg_min_i8() -> (tensor<4x1xi64>) {
  %0 = weft.constant dense<[[3], [1], [4], [2]]> : tensor<4x1xi64>
  weft.return %0 : tensor<4x1xi64>
}
weft.func @test_arg_min_last_0(%a0: tensor<3x4xf32>) -> (tensor<4xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 0 : i64, last} : (tensor<3x4xf32>) -> (tensor<4xi64>)
  weft.return %r0 : tensor<4xi64>
}
weft.func @test_arg_min_last_0.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 0 : i64, last} : (tensor<?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_arg_min_last_0() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[3.0, 7.0, 7.0, 1.0], [-2.0, -2.0, -5.0, -5.0], [0x7FC00000, 1.0, 0x7FC00000, 9.0]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_arg_min_last_0() -> (tensor<4xi64>) {
  %0 = weft.constant dense<[2, 1, 2, 1]> : tensor<4xi64>
  weft.return %0 : tensor<4xi64>
}
weft.func @test_arg_min_last_1(%a0: tensor<3x4xf32>) -> (tensor<3xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 1 : i64, last} : (tensor<3x4xf32>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @test_arg_min_last_1.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 1 : i64, last} : (tensor<?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_arg_min_last_1() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[3.0, 7.0, 7.0, 1.0], [-2.0, -2.0, -5.0, -5.0], [0x7FC00000, 1.0, 0x7FC00000, 9.0]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_arg_min_last_1() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[3, 3, 2]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_arg_min_last_i8(%a0: tensor<4x5xi8>) -> (tensor<4x1xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 1 : i64, keep_dims, last} : (tensor<4x5xi8>) -> (tensor<4x1xi64>)
  weft.return %r0 : tensor<4x1xi64>
}
weft.func @test_arg_min_last_i8.dynamic(%a0: tensor<?x?xi8>) -> (tensor<?x?xi64>) {
  %r0 = weft.arg_reduce min %a0 {dim = 1 : i64, keep_dims, last} : (tensor<?x?xi8>) -> (tensor<?x?xi64>)
  weft.return %r0 : tensor<?x?xi64>
}
weft.func @inputs_arg_min_last_i8() -> (tensor<4x5xi8>) {
  %0 = weft.constant dense<[[-3, -2, 1, -3, -1], [-3, 2, -2, -1, -3], [1, -2, -3, -1, 0], [-1, 1, -2, -3, -2]]> : tensor<4x5xi8>
  weft.return %0 : tensor<4x5xi8>
}
weft.func @expected_arg_min_last_i8() -> (tensor<4x1xi64>) {
  %0 = weft.constant dense<[[3], [4], [2], [3]]> : tensor<4x1xi64>
  weft.return %0 : tensor<4x1xi64>
}
weft.func @test_cumulative_sum_0_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 0 : i64} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_0_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 0 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_sum_0_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.4412192, 0.15734354, -0.43592778, -1.2241553, 1.1383387], [-1.5932539, -0.47046363, -1.1734457, 0.9027826, 0.14091241], [1.6406373, 0.66680217, 0.5783361, -1.6836004, -1.9537984]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_sum_0_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.4412192, 0.15734354, -0.43592778, -1.2241553, 1.1383387], [-1.1520346, -0.3131201, -1.6093735, -0.3213727, 1.2792511], [0.48860264, 0.35368207, -1.0310373, -2.0049732, -0.6745473]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_sum_1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.56277543, 1.1380548, 1.4476469, 1.9560289, 1.5059873], [0.21030566, 0.7490571, -0.58509827, 1.9119618, 1.8981383], [0.82991135, -1.0730778, 0.25004017, 0.73726404, 1.2531282]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_sum_1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.56277543, 1.7008302, 3.148477, 5.104506, 6.610493], [0.21030566, 0.95936275, 0.3742645, 2.2862263, 4.184365], [0.82991135, -0.24316645, 0.006873727, 0.74413776, 1.9972659]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_i8(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_sum_1_i8() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[36, 14, -22, 29, -24], [27, 48, 15, -25, -39], [-13, 23, 17, -4, -31]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_sum_1_i8() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[36, 50, 28, 57, 33], [27, 75, 90, 65, 26], [-13, 10, 27, 23, -8]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_sum_1_ui16(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_sum_1_ui16() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[39, 36, 5, 39, 24], [0, 15, 33, 24, 11], [49, 3, 38, 24, 44]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_sum_1_ui16() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[39, 75, 80, 119, 143], [0, 15, 48, 72, 83], [49, 52, 90, 114, 158]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_sum_0_f32_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 0 : i64, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_0_f32_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 0 : i64, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_sum_0_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.3526005, -1.7523135, 0.8848834, 0.9756609, 1.0301765], [-0.98945814, -0.50460726, 0.59096014, -0.912447, 0.023128131], [-0.35204732, -1.6972193, -1.7117573, -1.1775004, -0.18297952]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_sum_0_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.011094987, -3.95414, -0.23591375, -1.1142864, 0.87032515], [-1.3415055, -2.2018266, -1.1207972, -2.0899472, -0.15985139], [-0.35204732, -1.6972193, -1.7117573, -1.1775004, -0.18297952]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_f32_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_f32_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_sum_1_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.6611469, 1.051002, -0.770182, 1.1426995, 1.2340469], [1.7121097, 0.80745995, 0.46882266, 0.68199223, -1.7001024], [0.3812025, -1.8312196, 0.53562415, 0.6660992, -0.4894338]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_sum_1_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[4.318713, 2.6575665, 1.6065644, 2.3767464, 1.2340469], [1.9702821, 0.2581724, -0.54928756, -1.0181103, -1.7001024], [-0.7377275, -1.11893, 0.7122896, 0.1766654, -0.4894338]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_i8_reverse(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, reverse} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_sum_1_i8_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[13, -33, 12, 1, 4], [-35, 45, -12, -4, 20], [-46, -47, 33, 43, 49]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_sum_1_i8_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-3, -16, 17, 5, 4], [14, 49, 4, 16, 20], [32, 78, 125, 92, 49]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_sum_1_ui16_reverse(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, reverse} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_sum_1_ui16_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[44, 36, 18, 19, 41], [16, 40, 23, 35, 7], [20, 49, 18, 31, 10]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_sum_1_ui16_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[158, 114, 78, 60, 41], [121, 105, 65, 42, 7], [128, 108, 59, 41, 10]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_sum_0_f32_exclusive(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 0 : i64, exclusive} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_0_f32_exclusive.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 0 : i64, exclusive} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_sum_0_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.2099509, 0.686821, 1.8709037, 0.4745462, -1.9834752], [-1.1984694, -1.8209685, -0.83943194, 0.29632255, 0.2068188], [0.42283684, -0.5296277, 1.6558229, -0.25146604, -1.0547533]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_sum_0_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, 0.0, 0.0, 0.0, 0.0], [1.2099509, 0.686821, 1.8709037, 0.4745462, -1.9834752], [0.0114815235, -1.1341475, 1.0314717, 0.7708688, -1.7766564]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_f32_exclusive(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_f32_exclusive.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, exclusive} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_sum_1_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.34816968, -0.45914605, -1.2801015, 0.29344815, 0.11170666], [-1.9403079, -0.80231154, -1.5319264, -0.6435615, -1.3285017], [-1.7287834, -0.512508, -1.8358654, -1.7313923, 0.8970118]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_sum_1_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.34816968, -0.8073157, -2.0874174, -1.7939692], [0.0, -1.9403079, -2.7426195, -4.2745457, -4.918107], [0.0, -1.7287834, -2.2412913, -4.0771565, -5.808549]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_i8_exclusive(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_sum_1_i8_exclusive() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[38, -28, -30, 26, -19], [-9, -28, 6, -42, 33], [-31, -40, -20, -48, 48]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_sum_1_i8_exclusive() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[0, 38, 10, -20, 6], [0, -9, -37, -31, -73], [0, -31, -71, -91, 117]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_sum_1_ui16_exclusive(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_sum_1_ui16_exclusive() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[17, 34, 47, 10, 17], [17, 20, 24, 30, 4], [0, 30, 29, 14, 32]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_sum_1_ui16_exclusive() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[0, 17, 51, 98, 108], [0, 17, 37, 61, 91], [0, 0, 30, 59, 73]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_sum_0_f32_exclusive_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 0 : i64, exclusive, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_0_f32_exclusive_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 0 : i64, exclusive, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_sum_0_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.6356899, 0.58055156, 0.6662521, -1.6244901, -0.22140417], [-1.1579026, -0.78069264, -1.701266, -0.4515893, -1.4001253], [-0.7898159, -1.8663628, 1.8996501, -0.36069104, -0.66744286]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_sum_0_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.9477185, -2.6470554, 0.19838405, -0.8122803, -2.067568], [-0.7898159, -1.8663628, 1.8996501, -0.36069104, -0.66744286], [0.0, 0.0, 0.0, 0.0, 0.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_f32_exclusive_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_f32_exclusive_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_sum_1_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.7501257, 1.0013158, 0.71546364, -0.7365443, 0.17821537], [-0.27954817, 1.0198895, -0.43152672, 1.6935169, -0.3481597], [-1.1211514, 1.4745306, -1.7296045, 1.9750552, 1.9590343]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_sum_1_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.1584505, 0.1571347, -0.5583289, 0.17821537, 0.0], [1.9337199, 0.9138304, 1.3453572, -0.3481597, 0.0], [3.6790156, 2.204485, 3.9340897, 1.9590343, 0.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_sum_1_i8_exclusive_reverse(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_sum_1_i8_exclusive_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-36, -1, -47, -19, 19], [-39, 7, -6, -1, 21], [26, -30, 1, 18, 23]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_sum_1_i8_exclusive_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-48, -47, 0, 19, 0], [21, 14, 20, 21, 0], [12, 42, 41, 23, 0]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_sum_1_ui16_exclusive_reverse(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative sum %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_sum_1_ui16_exclusive_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[15, 38, 27, 24, 39], [5, 24, 14, 32, 35], [17, 39, 29, 45, 40]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_sum_1_ui16_exclusive_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[128, 90, 63, 39, 0], [105, 81, 67, 35, 0], [153, 114, 85, 40, 0]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_prod_0_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 0 : i64} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_0_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 0 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_prod_0_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.5257372, 1.7987723, -0.8535197, -1.5925484, -1.8871263], [-1.3830954, 0.8695163, -1.2454302, 1.0645657, -1.7836773], [1.1390827, -0.37206495, -1.3657241, 0.37711126, 1.0170239]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_prod_0_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.5257372, 1.7987723, -0.8535197, -1.5925484, -1.8871263], [-2.11024, 1.5640619, 1.0629992, -1.6953723, 3.3660245], [-2.4037378, -0.5819326, -1.4517636, -0.639344, 3.4233274]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_prod_1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.7714386, -0.34910396, -1.6199439, 1.8132555, -0.28262845], [-0.1248695, 0.3900576, 1.2765448, 1.753017, -0.38940293], [-0.31393182, 1.3435493, 0.95036805, 0.7247913, 1.2156571]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_prod_1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.7714386, 0.61841625, -1.0017996, -1.8165187, 0.51339984], [-0.1248695, -0.048706297, -0.062175773, -0.108995184, 0.042443044], [-0.31393182, -0.42178285, -0.40084895, -0.29053184, -0.35318708]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_i8(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_prod_1_i8() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[0, 43, -6, -45, 49], [6, -20, -24, -1, 41], [27, -48, 48, -11, -6]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_prod_1_i8() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0], [6, -120, 64, -64, -64], [27, -16, 0, 0, 0]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_prod_1_ui16(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_prod_1_ui16() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[23, 49, 3, 29, 16], [23, 19, 47, 5, 7], [38, 9, 17, 11, 23]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_prod_1_ui16() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[23, 1127, 3381, 32513, 61456], [23, 437, 20539, 37159, 63505], [38, 342, 5814, 63954, 29150]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_prod_0_f32_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 0 : i64, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_0_f32_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 0 : i64, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_prod_0_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.2129531, 1.6516975, -0.96575737, 1.0123904, -0.8110345], [1.8052559, 1.6930825, -0.016791746, -1.6317339, 1.4113307], [0.7366585, 1.1684783, 0.05432132, 1.8488369, -0.5751125]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_prod_0_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.6130543, 3.2676027, 0.0008809154, -3.0541892, 0.6582956], [1.3298571, 1.97833, -0.0009121498, -3.01681, -0.81167394], [0.7366585, 1.1684783, 0.05432132, 1.8488369, -0.5751125]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_f32_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_f32_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_prod_1_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.0792667, -1.6045592, 1.6815225, -0.65647864, -1.4428837], [-0.3137, -1.4763165, 0.3005975, 0.5378226, -1.0428468], [-1.6379393, 1.388343, 0.7190023, 0.47956118, 1.843126]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_prod_1_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-2.7582848, -2.555703, 1.5927757, 0.94722235, -1.4428837], [-0.078079835, 0.2488997, -0.16859509, -0.5608666, -1.0428468], [-1.4451866, 0.88232, 0.63552016, 0.8838917, 1.843126]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_i8_reverse(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, reverse} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_prod_1_i8_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-38, -40, 39, 2, 34], [-45, 13, 36, 27, 34], [7, -11, -35, 8, 16]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_prod_1_i8_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[64, -96, 92, 68, 34], [40, 56, 24, -106, 34], [-128, -128, -128, -128, 16]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_prod_1_ui16_reverse(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, reverse} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_prod_1_ui16_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[37, 44, 32, 3, 34], [37, 13, 0, 36, 27], [37, 0, 24, 21, 27]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_prod_1_ui16_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[5376, 12544, 3264, 102, 34], [0, 0, 0, 972, 27], [0, 0, 13608, 567, 27]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_prod_0_f32_exclusive(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 0 : i64, exclusive} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_0_f32_exclusive.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 0 : i64, exclusive} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_prod_0_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.37142873, 0.44260854, 1.6442691, -1.8591099, 1.0710465], [0.9162092, -0.26598582, -1.162049, 0.5054379, 1.053304], [-1.3871212, 0.2553534, 0.9782404, -0.93372977, 1.3014513]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_prod_0_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.0, 1.0, 1.0], [-0.37142873, 0.44260854, 1.6442691, -1.8591099, 1.0710465], [-0.34030643, -0.11772759, -1.9107214, -0.9396646, 1.1281375]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_f32_exclusive(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_f32_exclusive.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, exclusive} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_prod_1_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.18254499, -1.6945939, 1.3327576, -1.8659171, 1.2982297], [0.2072341, -1.9766558, -1.3986927, -1.4913077, 0.58865035], [1.0672821, -0.54550827, 0.57844687, 0.243641, 1.430855]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_prod_1_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.0, 0.18254499, -0.30933964, -0.41227475, 0.7692705], [1.0, 0.2072341, -0.4096305, 0.5729472, -0.85444057], [1.0, 1.0672821, -0.5822112, -0.33677825, -0.08205299]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_i8_exclusive(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_prod_1_i8_exclusive() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-12, -26, 28, -38, 19], [-10, -38, 33, -10, -25], [-47, 31, 44, -42, 10]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_prod_1_i8_exclusive() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[1, -12, 56, 32, 64], [1, -10, 124, -4, 40], [1, -47, 79, -108, -72]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_prod_1_ui16_exclusive(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_prod_1_ui16_exclusive() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[42, 28, 22, 30, 41], [25, 23, 44, 26, 27], [34, 28, 8, 43, 1]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_prod_1_ui16_exclusive() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[1, 42, 1176, 25872, 55264], [1, 25, 575, 25300, 2440], [1, 34, 952, 7616, 65344]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_prod_0_f32_exclusive_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 0 : i64, exclusive, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_0_f32_exclusive_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 0 : i64, exclusive, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_prod_0_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.4445465, -1.4653327, -1.0882336, -1.3263979, -1.5298089], [1.393514, 0.48609337, -0.58602387, 1.5574782, -1.961097], [1.6499873, 1.1953237, -0.12339339, 1.7458797, -0.6103877]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_prod_0_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[2.2992804, 0.58103895, 0.07231147, 2.7191694, 1.1970295], [1.6499873, 1.1953237, -0.12339339, 1.7458797, -0.6103877], [1.0, 1.0, 1.0, 1.0, 1.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_f32_exclusive_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_f32_exclusive_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_prod_1_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.4413083, -1.595421, 0.9231763, -0.80403656, -0.9343638], [1.2204117, 1.4843496, -0.4622852, -0.6223374, 0.059176113], [-0.38865256, 1.5197227, 0.12551743, -0.9359354, -1.9772081]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_prod_1_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.1065007, 0.69354784, 0.75126266, -0.9343638, 1.0], [0.025270773, 0.017024811, -0.03682751, 0.059176113, 1.0], [0.35299343, 0.2322749, 1.8505391, -1.9772081, 1.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_prod_1_i8_exclusive_reverse(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_prod_1_i8_exclusive_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[15, 44, -44, -17, -22], [44, -27, 38, 41, -8], [44, -28, 22, 22, -3]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_prod_1_i8_exclusive_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-96, -72, 118, -22, 1], [-112, 80, -72, -8, 1], [-48, 84, -66, -3, 1]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_prod_1_ui16_exclusive_reverse(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative prod %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_prod_1_ui16_exclusive_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[4, 17, 3, 32, 1], [18, 28, 37, 39, 31], [32, 5, 46, 9, 3]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_prod_1_ui16_exclusive_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[1632, 96, 32, 1, 1], [7340, 44733, 1209, 31, 1], [6210, 1242, 27, 3, 1]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_max_0_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 0 : i64} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_0_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 0 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_max_0_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.9320241, 0.80993307, 0.8834618, 0.053856548, -1.4580405], [-0.6188933, -1.0284648, 1.8326252, 1.1011873, 1.6540327], [0.3056521, -1.7675034, 0.9850257, -0.5507101, 0.6086493]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_max_0_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.9320241, 0.80993307, 0.8834618, 0.053856548, -1.4580405], [0.9320241, 0.80993307, 1.8326252, 1.1011873, 1.6540327], [0.9320241, 0.80993307, 1.8326252, 1.1011873, 1.6540327]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_max_1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.24848315, 0.27328202, -1.3554848, 1.5960327, -0.7407244], [1.4453323, 1.6291925, 0.28403333, -1.3552107, -0.39284202], [0.029210985, -0.83795124, -1.6986951, 1.8063176, 0.4180523]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_max_1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.24848315, 0.27328202, 0.27328202, 1.5960327, 1.5960327], [1.4453323, 1.6291925, 1.6291925, 1.6291925, 1.6291925], [0.029210985, 0.029210985, 0.029210985, 1.8063176, 1.8063176]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_i8(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_max_1_i8() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[31, 1, -30, -40, 5], [2, 29, 30, 45, -32], [9, 41, -47, -30, 29]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_max_1_i8() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[31, 31, 31, 31, 31], [2, 29, 30, 45, 45], [9, 41, 41, 41, 41]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_max_1_ui16(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_max_1_ui16() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[6, 7, 38, 12, 9], [31, 44, 22, 13, 17], [4, 11, 30, 10, 0]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_max_1_ui16() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[6, 7, 38, 38, 38], [31, 44, 44, 44, 44], [4, 11, 30, 30, 30]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_max_0_f32_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 0 : i64, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_0_f32_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 0 : i64, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_max_0_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.5622029, 0.34220502, 0.9701158, 0.016660722, 1.3277336], [-1.3233786, 1.2051034, -0.20167804, 1.4296412, -1.444568], [0.15453361, -1.6261737, -1.3221092, -0.5885969, 0.2108476]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_max_0_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.15453361, 1.2051034, 0.9701158, 1.4296412, 1.3277336], [0.15453361, 1.2051034, -0.20167804, 1.4296412, 0.2108476], [0.15453361, -1.6261737, -1.3221092, -0.5885969, 0.2108476]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_f32_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_f32_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_max_1_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.249935, -1.0278691, -0.7820433, 1.8682989, -1.891072], [-0.40588707, 1.3877507, 0.7330658, 0.30950522, -1.3741517], [-0.98602694, 1.9755214, 0.26913434, -0.84331954, 1.7182456]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_max_1_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.8682989, 1.8682989, 1.8682989, 1.8682989, -1.891072], [1.3877507, 1.3877507, 0.7330658, 0.30950522, -1.3741517], [1.9755214, 1.9755214, 1.7182456, 1.7182456, 1.7182456]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_i8_reverse(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, reverse} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_max_1_i8_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-2, 31, 12, 25, 3], [-27, -14, -10, 9, 34], [24, -22, 5, 46, -36]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_max_1_i8_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[31, 31, 25, 25, 3], [34, 34, 34, 34, 34], [46, 46, 46, 46, -36]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_max_1_ui16_reverse(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, reverse} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_max_1_ui16_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[20, 28, 25, 48, 38], [36, 4, 43, 31, 22], [30, 10, 8, 4, 8]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_max_1_ui16_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[48, 48, 48, 48, 38], [43, 43, 43, 31, 22], [30, 10, 8, 8, 8]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_max_0_f32_exclusive(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 0 : i64, exclusive} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_0_f32_exclusive.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 0 : i64, exclusive} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_max_0_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.8843086, -0.5239865, 0.56842184, -1.7058241, 0.063707456], [-1.3047518, 1.2830477, -1.7193985, -1.9782209, 0.665061], [-0.58619523, 1.641774, -0.447077, 1.1609792, -0.083452664]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_max_0_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000], [-1.8843086, -0.5239865, 0.56842184, -1.7058241, 0.063707456], [-1.3047518, 1.2830477, 0.56842184, -1.7058241, 0.665061]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_f32_exclusive(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_f32_exclusive.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, exclusive} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_max_1_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.042662203, -0.44395778, 0.7956908, -1.8695325, 1.247145], [0.64319617, 0.9290109, -1.5861605, 0.86783, 0.061928943], [0.86888427, 0.10035198, 1.561353, 1.2416235, 0.28233823]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_max_1_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0xFF800000, -0.042662203, -0.042662203, 0.7956908, 0.7956908], [0xFF800000, 0.64319617, 0.9290109, 0.9290109, 0.9290109], [0xFF800000, 0.86888427, 0.86888427, 1.561353, 1.561353]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_i8_exclusive(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_max_1_i8_exclusive() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[46, 48, 47, 1, -28], [-16, -37, 36, -17, -32], [-36, 26, 17, 4, 26]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_max_1_i8_exclusive() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-128, 46, 48, 48, 48], [-128, -16, -16, 36, 36], [-128, -36, 26, 26, 26]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_max_1_ui16_exclusive(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_max_1_ui16_exclusive() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[49, 27, 2, 49, 14], [42, 46, 19, 29, 4], [10, 10, 35, 1, 24]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_max_1_ui16_exclusive() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[0, 49, 49, 49, 49], [0, 42, 46, 46, 46], [0, 10, 10, 35, 35]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_max_0_f32_exclusive_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 0 : i64, exclusive, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_0_f32_exclusive_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 0 : i64, exclusive, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_max_0_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.28582868, -1.3062094, -1.8779418, 1.6239502, 0.66133595], [1.8776035, -0.011071607, -0.91696894, -1.7973224, 0.2280304], [1.1179422, 1.7062603, -0.4873983, -0.91861755, -1.0475786]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_max_0_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.8776035, 1.7062603, -0.4873983, -0.91861755, 0.2280304], [1.1179422, 1.7062603, -0.4873983, -0.91861755, -1.0475786], [0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_f32_exclusive_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_f32_exclusive_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_max_1_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.7462965, 0.7134762, 0.13137299, 1.6795895, 0.9842163], [0.13523315, 1.0910525, 0.66105413, 1.0044044, -0.660008], [0.81596565, -1.3523049, -1.8209939, 0.003116375, 1.0527296]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_max_1_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.6795895, 1.6795895, 1.6795895, 0.9842163, 0xFF800000], [1.0910525, 1.0044044, 1.0044044, -0.660008, 0xFF800000], [1.0527296, 1.0527296, 1.0527296, 1.0527296, 0xFF800000]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_max_1_i8_exclusive_reverse(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_max_1_i8_exclusive_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[15, -28, 30, 38, -48], [-4, -17, 16, -6, 36], [-11, 29, -6, 15, -22]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_max_1_i8_exclusive_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[38, 38, 38, -48, -128], [36, 36, 36, 36, -128], [29, 15, 15, -22, -128]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_max_1_ui16_exclusive_reverse(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative max %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_max_1_ui16_exclusive_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[13, 31, 8, 0, 28], [22, 29, 25, 29, 33], [19, 8, 8, 26, 46]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_max_1_ui16_exclusive_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[31, 28, 28, 28, 0], [33, 33, 33, 33, 0], [46, 46, 46, 46, 0]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_min_0_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 0 : i64} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_0_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 0 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_min_0_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.70921844, 0.7639202, -1.9031336, 0.12281923, 0.12928033], [-1.6977938, -1.1324449, -1.3716463, 0.47350892, 1.4851974], [0.5232563, -0.6957719, 1.3871231, 0.2001177, 1.2856365]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_min_0_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.70921844, 0.7639202, -1.9031336, 0.12281923, 0.12928033], [-1.6977938, -1.1324449, -1.9031336, 0.12281923, 0.12928033], [-1.6977938, -1.1324449, -1.9031336, 0.12281923, 0.12928033]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_min_1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.32831317, -1.3613638, -0.287938, -0.9330288, -0.74486166], [-1.776905, 1.0852388, 0.25446582, -0.72077006, 0.8565468], [-0.111750856, -1.7073128, 1.2144648, 1.234396, 0.21509983]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_min_1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.32831317, -1.3613638, -1.3613638, -1.3613638, -1.3613638], [-1.776905, -1.776905, -1.776905, -1.776905, -1.776905], [-0.111750856, -1.7073128, -1.7073128, -1.7073128, -1.7073128]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_i8(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_min_1_i8() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[12, 14, 46, 6, 12], [-22, -25, -45, 25, 14], [-48, -22, -42, 24, -39]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_min_1_i8() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[12, 12, 12, 6, 6], [-22, -25, -45, -45, -45], [-48, -48, -48, -48, -48]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_min_1_ui16(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_min_1_ui16() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[15, 8, 19, 35, 45], [8, 5, 28, 13, 24], [34, 21, 21, 3, 43]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_min_1_ui16() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[15, 8, 8, 8, 8], [8, 5, 5, 5, 5], [34, 21, 21, 3, 3]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_min_0_f32_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 0 : i64, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_0_f32_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 0 : i64, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_min_0_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.5055583, -1.931002, 1.1974081, -1.3738668, -0.863981], [-1.2141578, -0.26075524, 1.6262904, -0.057963237, 0.8964918], [-1.3757443, 0.14244978, -1.1163131, -1.1226237, -0.76908207]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_min_0_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.5055583, -1.931002, -1.1163131, -1.3738668, -0.863981], [-1.3757443, -0.26075524, -1.1163131, -1.1226237, -0.76908207], [-1.3757443, 0.14244978, -1.1163131, -1.1226237, -0.76908207]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_f32_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_f32_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_min_1_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.45401055, 0.87068355, -1.5929049, -0.9512594, 1.8822303], [-0.5569825, -1.916632, 1.4793606, -1.9748709, -0.48611507], [0.8503449, 1.7660255, 1.5674458, 1.744785, 0.3719173]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_min_1_f32_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.5929049, -1.5929049, -1.5929049, -0.9512594, 1.8822303], [-1.9748709, -1.9748709, -1.9748709, -1.9748709, -0.48611507], [0.3719173, 0.3719173, 0.3719173, 0.3719173, 0.3719173]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_i8_reverse(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, reverse} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_min_1_i8_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[44, 46, 2, -27, 29], [-18, 42, 15, -28, 12], [-13, 32, 7, -38, 16]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_min_1_i8_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-27, -27, -27, -27, 29], [-28, -28, -28, -28, 12], [-38, -38, -38, -38, 16]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_min_1_ui16_reverse(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, reverse} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_min_1_ui16_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[18, 23, 31, 15, 4], [40, 25, 10, 43, 1], [1, 14, 41, 8, 35]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_min_1_ui16_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[4, 4, 4, 4, 4], [1, 1, 1, 1, 1], [1, 8, 8, 8, 35]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_min_0_f32_exclusive(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 0 : i64, exclusive} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_0_f32_exclusive.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 0 : i64, exclusive} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_min_0_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.28219473, -1.1315377, 1.1308078, -0.5767392, 0.5128224], [-1.4865452, 1.0458579, 1.6695368, 1.6817396, 1.9230723], [-1.7498118, 1.2464197, -1.0282596, -1.5706265, 1.1784313]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_min_0_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000], [-0.28219473, -1.1315377, 1.1308078, -0.5767392, 0.5128224], [-1.4865452, -1.1315377, 1.1308078, -0.5767392, 0.5128224]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_f32_exclusive(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_f32_exclusive.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, exclusive} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_min_1_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.5806363, -1.7287054, -1.1696877, -0.10223797, 1.4652224], [-0.14943707, -1.8110478, 0.92536265, 1.8144015, -1.3628229], [1.2965287, 1.8266042, -0.328564, 1.3342774, 0.5382574]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_min_1_f32_exclusive() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0x7F800000, 1.5806363, -1.7287054, -1.7287054, -1.7287054], [0x7F800000, -0.14943707, -1.8110478, -1.8110478, -1.8110478], [0x7F800000, 1.2965287, 1.2965287, -0.328564, -0.328564]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_i8_exclusive(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_min_1_i8_exclusive() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[24, 47, 46, 17, -5], [-21, -34, 20, -26, -17], [-3, -15, -4, -50, -37]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_min_1_i8_exclusive() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[127, 24, 24, 24, 17], [127, -21, -34, -34, -34], [127, -3, -15, -15, -50]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_min_1_ui16_exclusive(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, exclusive} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_min_1_ui16_exclusive() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[4, 39, 9, 2, 33], [15, 25, 10, 19, 34], [30, 22, 15, 40, 16]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_min_1_ui16_exclusive() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[65535, 4, 4, 4, 2], [65535, 15, 15, 10, 10], [65535, 30, 22, 15, 15]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_cumulative_min_0_f32_exclusive_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 0 : i64, exclusive, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_0_f32_exclusive_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 0 : i64, exclusive, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_min_0_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.43982777, 0.9933857, 0.9558418, 0.21212809, 1.9155877], [1.961871, 1.7191601, -0.81694585, 0.9691766, -1.5675001], [1.9665344, 0.28269473, -1.7202321, -1.4910605, 0.5869191]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_min_0_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.961871, 0.28269473, -1.7202321, -1.4910605, -1.5675001], [1.9665344, 0.28269473, -1.7202321, -1.4910605, 0.5869191], [0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_f32_exclusive_reverse(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_f32_exclusive_reverse.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cumulative_min_1_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.7255195, -0.5173894, -0.21523774, 1.2400357, 1.1312269], [1.0247521, -0.4878182, -0.6030942, 0.6343294, -1.618148], [0.7049367, 0.75214326, 1.0683421, -1.015824, -0.6303794]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cumulative_min_1_f32_exclusive_reverse() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.5173894, -0.21523774, 1.1312269, 1.1312269, 0x7F800000], [-1.618148, -1.618148, -1.618148, -1.618148, 0x7F800000], [-1.015824, -1.015824, -1.015824, -0.6303794, 0x7F800000]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cumulative_min_1_i8_exclusive_reverse(%a0: tensor<3x5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @inputs_cumulative_min_1_i8_exclusive_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[6, -26, 48, -6, 35], [13, 37, -5, -19, 37], [-20, 8, -7, 29, 4]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @expected_cumulative_min_1_i8_exclusive_reverse() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-26, -6, -6, 35, 127], [-19, -19, -19, 37, 127], [-7, -7, 4, 4, 127]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_cumulative_min_1_ui16_exclusive_reverse(%a0: tensor<3x5xui16>) -> (tensor<3x5xui16>) {
  %r0 = weft.cumulative min %a0 {dim = 1 : i64, exclusive, reverse} : (tensor<3x5xui16>) -> (tensor<3x5xui16>)
  weft.return %r0 : tensor<3x5xui16>
}
weft.func @inputs_cumulative_min_1_ui16_exclusive_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[48, 2, 39, 35, 10], [42, 17, 11, 2, 1], [20, 27, 22, 26, 16]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @expected_cumulative_min_1_ui16_exclusive_reverse() -> (tensor<3x5xui16>) {
  %0 = weft.constant dense<[[2, 10, 10, 10, 65535], [1, 1, 1, 1, 65535], [16, 16, 16, 16, 65535]]> : tensor<3x5xui16>
  weft.return %0 : tensor<3x5xui16>
}
weft.func @test_window_pool_max_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x4x3x3xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<2x7x6x3xf32>) -> (tensor<2x4x3x3xf32>)
  weft.return %r0 : tensor<2x4x3x3xf32>
}
weft.func @test_window_pool_max_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_pool_max_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-0.49265906, -1.1860228, 1.2860147], [-0.42430615, -1.9216164, -0.22058886], [-0.5327502, -1.2781152, 0.80335927], [-0.3400442, 1.1231273, 0.4553462], [1.8234974, -0.651411, -1.8461704], [-1.2662971, 1.0266614, -1.2210536]], [[0.37268102, -1.5458902, 1.4214906], [-0.45895138, -0.8326258, 1.5577909], [0.81447357, 0.40986705, 1.6215534], [1.2294147, -1.9670473, 1.6396445], [-1.2070343, 0.91031456, -0.79668146], [-0.81461525, -0.30752006, -1.9718924]], [[1.3775615, -0.933792, 0.5442208], [-1.4221703, -1.6106623, -1.9263272], [-0.05431557, -0.33248377, 0.88002646], [-0.27159902, 0.029382179, 0.2754807], [-1.4186416, -0.49875164, 1.334411], [1.9527273, -0.05124461, -0.7537351]], [[1.4140987, 0.18957473, -1.8344493], [-1.3543445, 0.5623413, -1.5076035], [0.11502097, 1.8662344, 0.07332562], [-0.18275446, 1.205023, 0.09701016], [1.3502579, -1.9516283, 1.373046], [-1.3365006, -1.1257167, 0.27022305]], [[0.7338615, -1.3499931, 1.1780188], [-0.07610822, 1.0036007, -0.5686435], [-0.56959563, 0.13610882, 0.6386359], [1.0775456, -0.65474826, 0.4750636], [-0.97353977, 0.81018054, -0.38606745], [1.7068348, 0.91966647, -1.6965693]], [[0.5558017, -0.47851735, -0.70293784], [-1.1605049, 0.8058982, 1.4129899], [-0.22091103, -0.008734342, -0.6667235], [1.245988, 1.9444686, -0.19297369], [-0.20121871, -1.2400519, -0.8581171], [-0.42851105, -0.34433055, -1.3322462]], [[-0.5629939, -1.7585909, -0.8730891], [0.62342656, 1.6300635, -1.1314877], [0.79925776, -1.0789514, 1.7976235], [-1.0057513, -1.8013213, 1.7994803], [-0.615333, -1.1698257, -0.18051572], [1.3775717, -0.42511737, -0.16585737]]], [[[0.60626197, -1.9085671, 1.629012], [0.85062647, 0.36471954, -0.5717633], [1.8801575, -1.7024084, -1.9787903], [0.3761906, 0.706429, -1.3962572], [1.3789092, -0.2532635, -0.6572721], [0.8614778, -0.36914814, -1.3481619]], [[-0.28015697, -1.844751, -0.7630135], [0.3369679, -1.6783062, -0.25388324], [-0.07476507, -1.8576658, -1.157178], [-1.815861, 0.08116723, 0.561269], [-1.9890567, 0.27091157, 1.4508935], [-1.8228496, 0.3729978, -0.7174931]], [[-1.4265261, 1.4775862, -0.75441456], [1.3878545, 1.6077783, -0.99984527], [1.4911678, 1.638447, -1.9912899], [1.5345217, 0.542598, -1.983779], [0.11099261, 1.4227964, 1.4016243], [1.557733, 0.06280921, -1.5864016]], [[-0.62583935, -0.80834055, 0.49520865], [-0.9309329, 0.22957286, -0.76479304], [-0.13921207, 0.5637012, 1.2661238], [-1.8359984, -0.19214909, -0.7002032], [0.51841164, 0.8765862, 0.85105574], [-1.3738736, -1.4077172, 1.4585869]], [[-0.7520949, 0.7869382, -1.9317282], [0.38800478, -1.069045, 0.6723706], [-1.6705301, 1.533023, 0.7491727], [0.4925403, -0.10679155, 1.1789533], [-0.24638423, 0.55690646, -0.42156285], [-1.947062, -0.15673971, 1.2091413]], [[0.5654851, -1.6472471, -1.8684309], [-1.3028675, 0.50515914, -0.7766042], [-1.0163326, 1.4898306, -1.9551759], [1.2844049, -0.60635084, 1.2349977], [-0.8404782, 0.069452144, -1.4327598], [-0.88937587, 0.5841544, 0.71394926]], [[-1.3211267, 0.5582582, 1.9128866], [0.41965994, -0.8805347, 0.72681427], [0.34166902, 0.63524956, 1.3472811], [1.7403442, -1.3876532, -1.0184927], [-1.4710027, 1.9845067, 1.9330363], [1.0141989, 0.49590522, -1.3682147]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_pool_max_f32() -> (tensor<2x4x3x3xf32>) {
  %0 = weft.constant dense<[[[[0.37268102, -0.8326258, 1.5577909], [1.2294147, 1.1231273, 1.6396445], [1.8234974, 1.1231273, 1.6396445]], [[1.4140987, 0.5623413, 1.5577909], [1.2294147, 1.8662344, 1.6396445], [1.9527273, 1.205023, 1.6396445]], [[1.4140987, 1.0036007, 1.4129899], [1.245988, 1.9444686, 1.4129899], [1.7068348, 1.9444686, 1.373046]], [[0.62342656, 1.6300635, 1.4129899], [1.245988, 1.9444686, 1.7994803], [1.3775717, 1.9444686, 1.7994803]]], [[[0.85062647, 0.36471954, 1.629012], [1.8801575, 0.706429, 0.561269], [1.3789092, 0.706429, 1.4508935]], [[1.3878545, 1.6077783, 0.49520865], [1.5345217, 1.638447, 1.2661238], [1.557733, 1.4227964, 1.4585869]], [[0.5654851, 0.7869382, 0.6723706], [1.2844049, 1.533023, 1.2661238], [1.2844049, 0.8765862, 1.4585869]], [[0.5654851, 0.5582582, 1.9128866], [1.7403442, 1.4898306, 1.3472811], [1.7403442, 1.9845067, 1.9330363]]]]> : tensor<2x4x3x3xf32>
  weft.return %0 : tensor<2x4x3x3xf32>
}
weft.func @test_window_pool_max_i32(%a0: tensor<1x7x6x2xi32>) -> (tensor<1x4x3x2xi32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x7x6x2xi32>) -> (tensor<1x4x3x2xi32>)
  weft.return %r0 : tensor<1x4x3x2xi32>
}
weft.func @inputs_window_pool_max_i32() -> (tensor<1x7x6x2xi32>) {
  %0 = weft.constant dense<[[[[-4, -4], [-8, -7], [5, -3], [-4, -8], [-6, -9], [-8, -8]], [[-6, -2], [-4, -7], [6, -8], [-7, 4], [2, 4], [7, 7]], [[2, 5], [5, 8], [-9, 2], [-2, 0], [7, -2], [2, -3]], [[5, -9], [-2, 3], [5, -4], [7, 4], [7, 7], [-8, 5]], [[4, 0], [6, 1], [-7, 6], [-6, -5], [6, 1], [-6, 1]], [[-2, 1], [1, -4], [0, -1], [4, 0], [-6, 5], [5, 8]], [[-7, -9], [5, 5], [-9, -1], [-3, 2], [7, 0], [8, 5]]]]> : tensor<1x7x6x2xi32>
  weft.return %0 : tensor<1x7x6x2xi32>
}
weft.func @expected_window_pool_max_i32() -> (tensor<1x4x3x2xi32>) {
  %0 = weft.constant dense<[[[[-4, -2], [6, 4], [7, 7]], [[5, 8], [7, 8], [7, 7]], [[6, 3], [7, 6], [7, 8]], [[5, 5], [5, 5], [8, 8]]]]> : tensor<1x4x3x2xi32>
  weft.return %0 : tensor<1x4x3x2xi32>
}
weft.func @test_window_pool_min_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x4x3x3xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<2x7x6x3xf32>) -> (tensor<2x4x3x3xf32>)
  weft.return %r0 : tensor<2x4x3x3xf32>
}
weft.func @test_window_pool_min_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_pool_min_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-0.36980975, -0.4131331, 0.20150518], [1.8763882, -0.31102931, -0.30238563], [0.026949981, 1.9856021, -1.35681], [0.39820492, 0.43899572, 1.5591598], [-0.60767287, 0.46370035, -0.9883404], [-0.44524732, -1.69821, -0.88065773]], [[-0.443871, -0.8063105, -0.3446459], [-0.8450608, -0.9803337, -0.62850827], [0.68441904, 0.4916187, 1.9186256], [-1.451994, 1.2263879, -1.6793653], [-1.0916834, -1.9298432, -0.0016706726], [-1.949548, -1.7376053, 0.58498746]], [[0.5967116, -1.6186793, 0.4836857], [-0.29006732, 1.4738551, 0.30614763], [0.102242246, 1.9658467, -0.8948155], [-0.18472636, 1.093336, 0.89627165], [-1.8342965, -1.9504976, -0.8833383], [1.8852525, -1.7370248, -1.915759]], [[1.6838334, -1.4364673, -0.73363703], [1.4493711, -0.40722466, -1.8200359], [-0.33495435, 0.91752076, -1.3630648], [-0.93568784, -0.6614609, -1.9541378], [0.7511498, -1.6298798, -1.1353415], [-0.21436283, 1.0349226, -1.6672636]], [[1.8690202, 0.025555605, -1.3305463], [-1.287403, 0.15177742, -1.638153], [-1.3472021, 1.8205328, 1.4987797], [0.46326417, 0.99225163, -1.5574719], [-0.89775765, -1.9363103, 0.32507163], [-1.9808204, -1.5781115, 1.9843243]], [[-1.6409642, 1.9389076, 0.15809096], [-0.0484141, -1.4878592, -0.42326003], [-0.60035884, 0.7833995, 1.9285184], [-0.70394707, -1.8974057, 1.8597646], [-0.064249285, -0.35726628, 1.0372853], [0.566153, 0.156562, -1.4379437]], [[1.194631, -1.0212837, 0.43011037], [-1.2455642, -1.072308, 0.5007099], [0.98074806, 1.8872796, 0.7321114], [0.54783005, 0.39994442, -0.84297323], [1.6597391, 0.32610083, -1.7844551], [-0.093663245, -0.6382147, -1.3718534]]], [[[0.7635473, 1.230483, 1.5891509], [1.4934368, 1.9446615, -1.2350737], [0.28144768, -0.36975032, 0.9064665], [0.7601138, -1.702171, -0.8991326], [-1.1228509, -1.7132586, -0.9119626], [-0.07869676, -0.75696576, -1.3987396]], [[1.207459, -1.7395114, -1.0241865], [0.73469263, -0.3791987, 0.5817679], [-1.6861274, 1.7474862, -0.4280573], [1.3061002, -0.33084384, 1.3236654], [-1.8750147, -0.8916038, 1.9695451], [-1.7077246, 1.4117761, -0.487591]], [[-0.07092273, -0.85920733, -0.605979], [1.935809, -0.13126564, -1.4391084], [1.0430974, -1.1486319, 0.13845533], [1.1377853, -0.17778867, -1.6200633], [0.92226547, 1.704412, 0.70707554], [1.7309722, -0.13206553, -1.1854191]], [[-0.66662604, 1.185447, 1.742485], [-0.9284767, 1.2910244, 1.0404788], [-1.0983338, 1.2946439, -0.31546527], [-1.420725, 0.24774544, -0.9869836], [0.15481931, 1.8183867, -1.2017999], [0.20834348, 0.052259088, -1.3220733]], [[0.43668625, -1.0063039, 1.6276455], [1.4245515, 0.11882069, -1.0197474], [-1.426684, -1.0827997, 0.10757045], [0.3411079, -1.4549397, 0.9941558], [-0.05448793, 1.8984404, -0.41744867], [-0.15017985, 1.1646974, -0.35609737]], [[1.128509, 0.15642804, -1.5297945], [1.6176137, 1.5971158, -1.493978], [-0.6784786, 0.26807538, -1.5783905], [-0.38552666, -1.735492, 0.12615573], [-0.069158934, 1.7134571, 1.2180744], [-0.9207752, 0.72389317, 1.829567]], [[-1.4867936, 0.12799157, -1.422504], [-0.985845, -0.023915093, -1.9618071], [-0.07526933, -0.81527126, -1.7481673], [0.12616536, -1.1978359, -1.1979383], [1.7651112, -0.25449398, 0.1868928], [-1.5898575, 1.806633, 0.34678325]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_pool_min_f32() -> (tensor<2x4x3x3xf32>) {
  %0 = weft.constant dense<[[[[-0.8450608, -0.9803337, -0.62850827], [-1.451994, -0.9803337, -1.6793653], [-1.949548, -1.9298432, -1.6793653]], [[-0.8450608, -1.6186793, -1.8200359], [-1.451994, -0.9803337, -1.9541378], [-1.949548, -1.9504976, -1.9541378]], [[-1.6409642, -1.4878592, -1.8200359], [-1.3472021, -1.8974057, -1.9541378], [-1.9808204, -1.9363103, -1.9541378]], [[-1.6409642, -1.4878592, -0.42326003], [-1.2455642, -1.8974057, -0.84297323], [-0.70394707, -1.8974057, -1.7844551]]], [[[0.73469263, -1.7395114, -1.2350737], [-1.6861274, -1.702171, -1.2350737], [-1.8750147, -1.7132586, -1.3987396]], [[-0.9284767, -1.7395114, -1.4391084], [-1.6861274, -1.1486319, -1.6200633], [-1.8750147, -0.8916038, -1.6200633]], [[-0.9284767, -1.0063039, -1.5297945], [-1.426684, -1.735492, -1.5783905], [-1.420725, -1.735492, -1.3220733]], [[-1.4867936, -0.023915093, -1.9618071], [-0.985845, -1.735492, -1.9618071], [-1.5898575, -1.735492, -1.1979383]]]]> : tensor<2x4x3x3xf32>
  weft.return %0 : tensor<2x4x3x3xf32>
}
weft.func @test_window_pool_min_i32(%a0: tensor<1x7x6x2xi32>) -> (tensor<1x4x3x2xi32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x7x6x2xi32>) -> (tensor<1x4x3x2xi32>)
  weft.return %r0 : tensor<1x4x3x2xi32>
}
weft.func @inputs_window_pool_min_i32() -> (tensor<1x7x6x2xi32>) {
  %0 = weft.constant dense<[[[[-9, -4], [7, 2], [7, 2], [4, -1], [0, -2], [-4, -8]], [[-4, 4], [0, -9], [-3, -8], [6, 2], [7, 6], [6, 7]], [[3, -6], [-1, 5], [-9, -6], [7, -6], [-1, -1], [-5, 1]], [[-8, 0], [8, 7], [-1, -1], [-5, -3], [0, -1], [0, -6]], [[3, 3], [2, -6], [2, -1], [3, -8], [-1, 3], [-7, -3]], [[4, 5], [0, -6], [5, -1], [-3, 6], [2, 4], [-2, -6]], [[-1, -8], [3, 1], [-2, 8], [7, -2], [-9, 3], [6, 3]]]]> : tensor<1x7x6x2xi32>
  weft.return %0 : tensor<1x7x6x2xi32>
}
weft.func @expected_window_pool_min_i32() -> (tensor<1x4x3x2xi32>) {
  %0 = weft.constant dense<[[[[-9, -9], [-3, -9], [-4, -8]], [[-8, -9], [-9, -9], [-5, -6]], [[-8, -6], [-5, -8], [-7, -8]], [[-1, -8], [-3, -6], [-9, -6]]]]> : tensor<1x4x3x2xi32>
  weft.return %0 : tensor<1x4x3x2xi32>
}
weft.func @test_window_pool_sum_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x4x3x3xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<2x7x6x3xf32>) -> (tensor<2x4x3x3xf32>)
  weft.return %r0 : tensor<2x4x3x3xf32>
}
weft.func @test_window_pool_sum_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_pool_sum_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[1.9108177, -0.3722262, -1.640745], [-1.6048849, 1.6386851, -1.1410682], [0.33618966, 0.54902077, 1.6026707], [-0.29999888, -0.99642843, 1.628812], [0.454334, 1.9681807, 1.1135502], [0.65557253, -0.106902316, -1.9952059]], [[1.2878737, -0.5711772, -1.7708474], [0.95695215, 1.9423157, 0.9440804], [-1.3034985, -0.6245544, -0.63406223], [-0.78368694, 0.73138154, 0.88886195], [-0.8852383, -0.43679285, -0.7154686], [-0.9678476, 0.62530637, 1.2049463]], [[0.8614572, 1.8481444, 1.7659377], [1.8523948, 1.1308483, -0.52283436], [0.98416704, 1.8698608, -0.9004951], [-0.59323823, -1.9055483, 1.6276605], [1.184907, -1.5105984, -0.22119565], [-0.8377711, -0.609147, -0.24790856]], [[1.7684165, -0.75077814, 0.30664137], [0.97844476, 0.8305173, -1.8507723], [-0.61372066, 1.3111274, -1.3011224], [-0.19796777, 1.1523572, -1.1774588], [-0.044220172, 1.8066727, -1.6121238], [-0.8564473, -1.8965358, -1.768011]], [[1.2186503, 0.122344464, 0.46274266], [-0.95392895, 0.82076603, -1.4204901], [-1.198136, -1.7525915, 1.7845702], [-0.6850523, -0.84098893, -0.31096497], [-1.0692935, 1.6435995, -0.8777834], [-1.8180664, 1.3654624, 0.9071523]], [[-1.2688385, -0.49739832, -1.3635523], [1.5988275, 1.6515743, -1.7854824], [-1.1295717, -0.35568687, 0.47826493], [1.3207672, 1.592337, 1.7310774], [0.2995596, 0.96856326, 1.575268], [0.96579355, -0.14350832, 1.3107734]], [[0.51243657, -0.85445535, -1.8812927], [1.054957, -1.9190184, 1.157664], [1.1206498, -1.2309059, 1.4243261], [0.2284357, 1.8112118, 1.732987], [-1.9066079, -1.0588601, 1.2574863], [0.109009445, -1.4165264, 0.046394803]]], [[[-0.60819423, -0.45835954, -1.5588796], [0.42786524, 1.3148308, -0.4570441], [-0.7355006, 1.617783, 0.52387357], [1.9024924, 1.3728434, -1.1531665], [0.80164, -1.3748994, -1.3421259], [0.55104834, -1.8814614, -1.0783585]], [[1.8768203, -0.81983316, 0.8702583], [0.8330804, 0.16315809, 1.3617085], [-1.189594, -1.4435666, 1.1736814], [-0.621489, -1.1977506, 0.06955932], [0.7549511, 0.101252906, 1.235847], [-0.61040765, 1.2052307, 1.6746218]], [[0.33184162, 0.69454014, 0.28343952], [-0.80259234, -1.0067811, 0.8863269], [-1.4154714, -0.37896603, -0.5097987], [1.5637794, 0.14560038, -0.934935], [-0.25071943, -1.7586495, -0.8868536], [0.73069817, -1.018497, -0.8008991]], [[1.6517146, -0.915117, 0.30109254], [1.9659636, -1.6429915, -0.36361048], [1.2040393, 1.0657198, 0.48556137], [0.84403896, -1.4231054, -1.7573355], [-1.5026876, 1.5973754, -1.2864261], [0.76440215, -1.6884427, 1.5546461]], [[1.0805793, 1.3762077, 1.9122176], [0.59629637, 1.5367187, 1.9878415], [-1.6326966, -1.8129371, 0.972456], [0.34096804, -1.0211018, 0.7072727], [0.63738555, -0.6343979, -1.7947315], [1.9445263, 0.16913329, -1.6139827]], [[1.1918737, 1.5069771, -0.5062119], [1.1797781, -1.7292238, 0.8029398], [1.9029709, 0.99500495, -0.9253876], [-0.42153713, 0.6823494, -0.2520527], [1.9757622, 1.1328527, -0.268846], [0.812616, -1.7206881, -0.66653395]], [[-1.8436766, -0.6365251, -1.2929212], [-0.055150796, -0.6792931, -1.7632571], [-1.361526, -0.35924596, 0.4051346], [-0.93821865, -0.39562163, 1.7836525], [-0.3619679, -0.070306815, -0.011110615], [1.7022957, -1.3313295, -0.13186142]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_pool_sum_f32() -> (tensor<2x4x3x3xf32>) {
  %0 = weft.constant dense<[[[[2.5507588, 2.6375973, -3.6085804], [-2.6989274, 3.2404203, 3.2892945], [-1.8268652, 1.784745, 2.125496]], [[7.705539, 4.4298706, -1.1277946], [1.2798467, 6.4383054, -2.9261422], [-3.9815104, -2.0429046, -2.0206976]], [[3.3415716, 2.1770256, -5.6509132], [-0.8803379, 4.409412, -3.8523784], [-2.084927, 5.647959, -0.22207084]], [[1.8973825, -1.6192977, -3.8726635], [4.1940656, 1.5495119, 4.7388372], [1.0169575, 1.7532172, 7.653987]]], [[[2.5295718, 0.19979617, 0.21604308], [0.6168544, 1.827298, 1.5186121], [2.7782352, -1.7747843, -0.5936228]], [[5.856828, -3.5270245, 3.3392153], [2.3817549, -5.718683, 0.4111578], [1.6725662, -4.036986, -1.131775]], [[7.6662054, 0.1325711, 4.134269], [5.9798217, -3.349567, 1.657685], [5.3954744, -2.9060252, -5.37799]], [[0.4728244, -1.538065, -2.7594504], [0.3063164, -1.4860302, 0.051029444], [2.7689502, -1.702744, 0.45324787]]]]> : tensor<2x4x3x3xf32>
  weft.return %0 : tensor<2x4x3x3xf32>
}
weft.func @test_window_pool_sum_i32(%a0: tensor<1x7x6x2xi32>) -> (tensor<1x4x3x2xi32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x7x6x2xi32>) -> (tensor<1x4x3x2xi32>)
  weft.return %r0 : tensor<1x4x3x2xi32>
}
weft.func @inputs_window_pool_sum_i32() -> (tensor<1x7x6x2xi32>) {
  %0 = weft.constant dense<[[[[0, 5], [-5, 0], [-3, -3], [-4, -3], [-1, -6], [-6, 3]], [[-7, 6], [2, 4], [-6, -9], [-3, 5], [-8, 4], [-8, -3]], [[-3, -4], [3, 8], [7, -7], [0, 5], [2, -5], [0, 0]], [[-6, 3], [0, 7], [7, 4], [2, -8], [-7, 6], [3, 8]], [[-1, -9], [-9, -4], [6, 6], [4, 0], [4, -9], [7, 4]], [[-2, 8], [2, -7], [-3, 6], [1, 2], [-7, 1], [-3, -9]], [[1, 8], [-4, 8], [5, -7], [-5, 5], [-3, -3], [-8, -9]]]]> : tensor<1x7x6x2xi32>
  weft.return %0 : tensor<1x7x6x2xi32>
}
weft.func @expected_window_pool_sum_i32() -> (tensor<1x4x3x2xi32>) {
  %0 = weft.constant dense<[[[[-10, 15], [-19, -6], [-30, 0]], [[-11, 24], [12, 9], [-19, 12]], [[-16, -2], [10, 6], [4, -5]], [[-3, 17], [-4, 7], [-25, -13]]]]> : tensor<1x4x3x2xi32>
  weft.return %0 : tensor<1x4x3x2xi32>
}
weft.func @test_window_pool_mean_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x4x3x3xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<2x7x6x3xf32>) -> (tensor<2x4x3x3xf32>)
  weft.return %r0 : tensor<2x4x3x3xf32>
}
weft.func @test_window_pool_mean_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_pool_mean_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[0.08610622, 1.3709147, 0.32869783], [-1.7729875, 1.4534663, -0.28166983], [0.23800759, -0.37297946, 1.862816], [0.1618159, 1.2695183, 1.7914373], [0.37547055, 1.398791, -1.1583506], [-1.2304885, 0.9614221, 0.7069806]], [[1.8160845, -0.5648735, -1.2783511], [-0.32742512, 1.5654902, 0.18806173], [-0.745207, 0.0013591644, 0.9255159], [-1.5790888, 0.8061444, -0.25438997], [1.5087271, 1.216059, 1.071406], [-1.8083576, 0.1400828, -1.7832187]], [[-0.58233917, -1.3137563, -0.037566334], [-1.1417241, -0.73522973, 1.0066578], [1.0967116, 1.0188116, 0.9262228], [-0.579002, -1.8446542, -1.7554891], [0.31864572, 1.8598768, 0.046483055], [-0.14050715, 1.4439081, -0.5069397]], [[-1.1042947, 1.8030008, -1.9917275], [0.13192937, -1.2950144, -1.0071394], [1.7605894, 0.6911894, 0.19531563], [-1.5727495, 1.7047015, -0.2566364], [-1.5977273, 0.18980059, -1.663824], [1.408953, -0.37536728, -0.8359838]], [[-0.98919237, -1.1675109, -1.2277031], [0.41057646, -1.3256276, 0.18481973], [1.5046614, 0.9531269, 0.1596673], [-0.28193697, -0.6157894, -0.9913831], [-0.32737684, 1.9499269, 0.1995354], [-0.83363134, -0.9133861, -0.22077003]], [[-0.19159614, -0.61257076, 0.19850092], [0.9643237, 0.803488, 0.906685], [0.09399845, 1.3237801, -1.6681038], [0.31782696, 1.3300318, 0.9352443], [1.8283486, -1.4341651, 0.6369833], [1.1520647, -0.39396602, -0.99568045]], [[-0.22570014, 1.2963214, -1.1017087], [1.142222, 0.9872573, 0.19774382], [0.06654589, 1.7799708, -1.4710344], [-1.7422519, 0.083604105, -1.6627713], [-0.9755121, -1.4707865, 1.7852056], [0.025355415, -0.9643057, -0.696587]]], [[[-1.2610744, -0.5250019, -1.2727251], [1.362191, 0.23865537, -1.5718157], [1.4031858, -0.19508506, -1.8680053], [1.0311052, 0.64581245, 0.007831356], [-0.3399045, 0.91859466, 1.8989714], [0.0018081545, 1.586074, 0.19296981]], [[-1.0413961, 0.856617, 1.1459243], [-1.4965744, -1.1404641, -1.5345318], [-1.851044, -0.6523935, -0.031441357], [0.3186279, -0.018015025, 1.307099], [-1.2935044, 1.8244758, 1.0291007], [-1.7958243, -1.7711931, -1.5637393]], [[0.45627025, 0.2576077, -0.9767963], [0.69882977, -0.64198434, 1.1528419], [0.9272834, -1.0631448, -1.7206281], [0.45403558, -1.6612788, 0.27477705], [0.67430323, -1.402055, 1.0779488], [-0.39418203, 0.5186549, 0.06945082]], [[0.85442287, -0.028275145, 0.08761144], [-0.11816328, -1.3675843, 0.5211165], [-1.904162, -0.3299293, 1.1122053], [1.4243348, 1.377091, 0.9666666], [1.8763144, 1.95607, -0.38903698], [0.699143, -1.3729696, 0.52048486]], [[-0.6825887, 1.4972484, -1.4613224], [-1.3513849, 0.58047926, 0.23685843], [0.48545444, 0.37656775, -1.814351], [0.3935568, -0.2447305, -1.2143527], [1.3038902, 0.9375797, 0.61864746], [-0.34377372, -1.3640088, -1.9992079]], [[1.4811729, -0.12086796, -0.063114144], [-0.8200673, -0.3297248, 0.50361806], [-0.23247343, 1.2800789, -1.230666], [-1.5092117, 1.4120663, -1.2093891], [-0.7678638, 0.9546803, -1.884919], [0.0769064, -0.7105455, 1.7508652]], [[0.1069812, 0.057332538, 0.5778944], [1.2016346, -0.8320892, -1.9019393], [0.3570821, -0.21190879, -1.1534672], [0.8766808, 0.93750715, 1.9188524], [1.7863334, -1.0597066, -0.46069196], [0.98669344, -1.9265666, 1.291312]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_pool_mean_f32() -> (tensor<2x4x3x3xf32>) {
  %0 = weft.constant dense<[[[[-0.049555473, 0.9562494, -0.26081532], [-0.67081416, 0.7871665, 0.7052952], [-0.42865357, 0.96533626, 0.06231076]], [[-0.20129487, -0.09006382, -0.52001077], [-0.3284407, 0.21253312, -0.0035423387], [-0.44901186, 0.5711724, -0.6598436]], [[-0.12970895, -0.29903913, -0.4894274], [0.36991325, 0.39665404, -0.1712812], [0.010419031, 0.16019854, -0.35472387]], [[0.42231238, 0.618624, 0.05030527], [0.14044419, 1.0513554, -0.46037275], [0.10097195, -0.47493124, 0.00039906302]]], [[[-0.6092135, -0.1425484, -0.8082871], [0.12791523, -0.18691498, -0.61514395], [-0.34628198, 0.5309581, 0.4787055]], [[-0.10776849, -0.34401387, 0.06602767], [-0.17187026, -0.61085594, 0.22756723], [0.2181387, -0.061024446, 0.36586127]], [[-0.10610139, 0.038545907, -0.029205358], [-0.4035685, 0.30603492, -0.2364771], [0.35036626, 0.3272481, -0.3155824]], [[0.49243036, -0.30633736, -0.22088525], [-0.02105914, 0.37598827, -0.5121652], [0.24158977, -0.065427475, 0.23433825]]]]> : tensor<2x4x3x3xf32>
  weft.return %0 : tensor<2x4x3x3xf32>
}
weft.func @test_window_pool_mean_i32(%a0: tensor<1x7x6x2xi32>) -> (tensor<1x4x3x2xi32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x7x6x2xi32>) -> (tensor<1x4x3x2xi32>)
  weft.return %r0 : tensor<1x4x3x2xi32>
}
weft.func @inputs_window_pool_mean_i32() -> (tensor<1x7x6x2xi32>) {
  %0 = weft.constant dense<[[[[4, 2], [3, -4], [-9, 6], [8, -1], [2, -5], [1, 5]], [[5, 7], [-3, -7], [-2, 8], [1, -6], [-5, 3], [4, -1]], [[-3, 6], [0, 8], [8, -8], [6, -1], [6, 6], [-3, -2]], [[-4, -6], [1, -1], [-2, -9], [-5, -6], [4, 6], [-2, 6]], [[-7, 5], [-1, -8], [7, 2], [0, -1], [-9, 3], [-3, -3]], [[7, -4], [-1, 7], [1, 3], [0, 2], [7, 0], [5, -4]], [[6, -2], [-8, 7], [6, 6], [5, -8], [-1, 5], [-9, 3]]]]> : tensor<1x7x6x2xi32>
  weft.return %0 : tensor<1x7x6x2xi32>
}
weft.func @expected_window_pool_mean_i32() -> (tensor<1x4x3x2xi32>) {
  %0 = weft.constant dense<[[[[2, 0], [0, 0], [1, 0]], [[0, 1], [0, -2], [0, 0]], [[0, -1], [0, -1], [0, 0]], [[1, 2], [0, 2], [1, 0]]]]> : tensor<1x4x3x2xi32>
  weft.return %0 : tensor<1x4x3x2xi32>
}
weft.func @test_window_valid_max_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x2x3xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 3>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x2x3xf32>)
  weft.return %r0 : tensor<2x6x2x3xf32>
}
weft.func @test_window_valid_max_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 3>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_valid_max_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[0.6163603, -0.71834236, 1.7592436], [0.26123124, 1.3757743, -1.6682471], [0.01884949, -1.0383698, -0.35357884], [-0.6733941, 0.2294367, -1.4695361], [-0.21458612, -0.70924413, 0.73331076], [-1.007444, -0.62479633, -0.96233684]], [[1.7574253, -1.616758, -1.2488816], [1.5050614, -0.5017619, 1.0000662], [-1.6829008, -1.4348888, 0.412455], [-1.3391262, -1.0323706, -0.54069746], [0.49376303, -1.338408, -1.7393568], [-0.4355317, 0.6977345, 1.2299563]], [[0.26857877, -0.7101114, 1.7025602], [-0.7478812, 1.070528, 1.0457366], [0.64313006, 0.11893794, -1.1637783], [0.2699891, -1.9634024, 1.8011804], [0.09935164, -0.084726445, 1.7980764], [1.4207882, -0.8197123, 1.7381064]], [[1.6506919, -1.3257309, -0.27908403], [-0.45538417, 0.23101664, 0.6088734], [-0.3811449, 0.65381277, 0.4875791], [0.0002713747, -1.8908861, -0.9464288], [-0.48764887, 0.85874724, -0.55268216], [-0.98425215, -1.8344294, 0.8354223]], [[-0.5209736, 0.101747744, 1.5140265], [0.6304967, -1.0195141, -0.8823837], [0.49181628, 1.317529, -1.2761489], [-0.33121333, -1.1738186, -1.5243777], [0.77266157, -0.3861527, -0.3552068], [1.3710836, -1.9438326, -1.0855609]], [[-1.7839637, -1.9204813, 0.12228663], [-0.70664376, 0.71774894, -1.2315879], [-1.4819007, 0.9378935, -1.7956098], [0.20396365, -1.7908505, 1.7361783], [1.5670435, -1.7748947, 1.7712914], [0.22073573, 0.95803225, 1.3732028]], [[-0.188327, -0.16734569, -0.6636096], [0.4552028, -1.8745161, 0.73545206], [0.92991096, 0.7657874, 0.4780853], [-0.7124614, 0.7290468, -0.4569023], [0.572509, -0.99356985, -0.94022524], [0.60369956, -1.312059, 1.3362421]]], [[[1.2809461, 0.20905165, -0.9619504], [-0.6259466, -1.4057806, 0.98318785], [1.8247417, -1.5297468, -1.7119577], [-0.26471928, 1.8867353, -1.17058], [-1.1804813, -0.39732248, -0.6593376], [-0.9368272, 0.29908678, -1.5670725]], [[-1.6404606, -0.031657804, 1.7909474], [-1.2147238, -1.0856901, -1.0962248], [-1.6626517, -1.6091949, -0.7248307], [-0.85666233, 0.3505612, -1.345633], [1.6396915, 0.27733842, 1.2147026], [-1.4917182, 1.2663913, -0.36923504]], [[-0.6763718, 1.5156777, -0.2396043], [-0.82630885, -0.39829546, 0.36165053], [-1.0309683, 0.00987548, -0.68779665], [-1.4898078, -1.8850749, 1.2941103], [1.5912756, -0.8621449, 1.0549617], [-0.3700507, -0.5974516, -0.85303795]], [[-0.6804782, -0.5817243, -1.5270929], [1.2920132, -0.30355835, -1.228698], [-0.3515555, -0.093545035, 0.9992177], [-1.3515587, -0.001787516, 1.058498], [1.2563334, -1.3958161, -0.5409347], [0.8092595, -0.6458878, 0.64148784]], [[-0.95028687, -0.7050425, -1.7011245], [0.5715217, -0.8258355, -1.6529119], [-0.95073587, -1.279903, -0.50424814], [1.8177291, 1.6756145, 1.3540796], [1.2022007, 1.6215197, -1.3237748], [-0.0065046446, 1.1419473, 1.759702]], [[0.44318193, -1.4599967, -0.6093832], [-1.2470226, 1.0639379, 1.2171015], [-0.41597465, -1.9971838, 1.6928747], [1.5192168, 1.7181644, 0.98751366], [1.9578229, -0.90808064, -1.4949207], [1.3327351, 1.2569792, -0.93437225]], [[0.39966556, -1.6291361, -1.4098223], [1.8846551, 1.4891036, -1.3064148], [0.6116375, 0.8441611, 0.12068261], [0.0048424825, 0.72331935, -1.8934345], [1.8575529, 0.43843752, -0.09163143], [-0.87694407, -0.90690243, 0.4677053]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_valid_max_f32() -> (tensor<2x6x2x3xf32>) {
  %0 = weft.constant dense<[[[[1.7574253, 1.3757743, 1.7592436], [0.49376303, 0.2294367, 0.73331076]], [[1.7574253, 1.070528, 1.7025602], [0.64313006, 0.11893794, 1.8011804]], [[1.6506919, 1.070528, 1.7025602], [0.64313006, 0.85874724, 1.8011804]], [[1.6506919, 1.317529, 1.5140265], [0.77266157, 1.317529, 0.4875791]], [[0.6304967, 1.317529, 1.5140265], [1.5670435, 1.317529, 1.7712914]], [[0.92991096, 0.9378935, 0.73545206], [1.5670435, 0.9378935, 1.7712914]]], [[[1.8247417, 0.20905165, 1.7909474], [1.8247417, 1.8867353, 1.2147026]], [[-0.6763718, 1.5156777, 1.7909474], [1.6396915, 0.3505612, 1.2941103]], [[1.2920132, 1.5156777, 0.9992177], [1.5912756, 0.00987548, 1.2941103]], [[1.2920132, -0.093545035, 0.9992177], [1.8177291, 1.6756145, 1.3540796]], [[0.5715217, 1.0639379, 1.6928747], [1.9578229, 1.7181644, 1.6928747]], [[1.8846551, 1.4891036, 1.6928747], [1.9578229, 1.7181644, 1.6928747]]]]> : tensor<2x6x2x3xf32>
  weft.return %0 : tensor<2x6x2x3xf32>
}
weft.func @test_window_valid_min_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x2x3xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 3>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x2x3xf32>)
  weft.return %r0 : tensor<2x6x2x3xf32>
}
weft.func @test_window_valid_min_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 3>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_valid_min_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-1.2291415, 0.80318385, -1.6573302], [-0.45479703, -0.8687884, -1.9918308], [0.7843934, 1.5541335, -0.44756058], [-1.0372152, 0.6264436, -1.5467651], [1.4057083, 0.02260499, 0.7240177], [-0.7747325, 0.107270546, 0.26499268]], [[0.48444986, 1.1637357, -0.27555528], [-0.27375674, -0.28732878, -1.8418038], [-0.51705796, 1.708958, 0.7202874], [-0.50496185, 1.2775819, -0.90414417], [-0.33541995, -0.8412308, -0.36879334], [-1.4419997, 0.29264572, -1.4363179]], [[-0.18872344, 1.0453923, 1.5855144], [0.64244, -0.47419265, -1.186992], [-0.8798166, -0.91378146, 0.6594176], [1.0717429, -1.4288975, -0.18260941], [1.0319664, 0.79191726, -1.5663171], [0.2954386, 1.7388842, 1.4300643]], [[-1.0524294, 1.3632957, 1.9363589], [1.736899, 1.474023, -1.5170698], [-0.26073933, 0.63382965, 1.4738996], [1.3227003, -0.34720042, -0.5770262], [0.799864, -0.8956997, -0.31806418], [1.4112594, -0.8777437, 1.39398]], [[-1.7701969, -1.6534299, -0.54459125], [0.7188079, -1.1081679, 1.8454787], [0.39231402, -1.6853373, -1.0598929], [1.4386045, -1.5508846, -1.9021089], [-1.0105641, -1.8883691, -1.1934578], [-0.040933248, 1.3197095, -0.1696484]], [[0.22110647, -1.5402462, -0.6186006], [0.6019846, -0.07327981, 1.7574999], [-0.3270593, 1.6946397, -1.1596045], [0.7123705, 1.0771735, 1.8635311], [-1.3128102, 0.47449002, 1.720127], [-0.005002483, 1.9325291, 1.622799]], [[-0.81673664, -0.053008992, -0.70204276], [1.2241756, -1.7804246, 0.75283235], [-1.9822557, -1.7760428, 1.1128781], [-1.1477202, 0.28091663, 1.6501071], [-1.2919818, -0.4240717, 1.1104157], [0.46176255, 0.50170624, -1.2322358]]], [[[0.099878766, 1.3577032, 0.10439299], [0.55891496, 0.79389423, -0.53656167], [0.0644838, -0.5745443, -0.8956551], [-1.6992403, 1.5481168, -0.6274437], [0.84759784, -1.1755909, 0.38466692], [0.96882266, 0.7898305, -0.09661719]], [[1.9502928, -1.3906729, 0.97258294], [-1.5145786, 0.0071497303, -1.9755272], [-1.7515249, 1.604473, 0.966218], [-1.8479493, -1.6645284, -1.5751562], [1.3694811, -0.08711505, 1.3358191], [0.40743473, 1.0717492, -1.4765003]], [[0.88305837, -0.8159213, 0.5468437], [-1.391752, -0.6848246, 1.2043953], [-1.6983349, -1.3827262, -0.85713273], [-1.1585946, 1.3209589, 1.5124648], [1.3174754, -0.25120264, 0.52861714], [0.28397933, 0.56678265, 0.45777306]], [[1.6913923, 0.59928054, -1.8725252], [1.0043497, 0.22714838, 1.1459476], [-0.65256226, -1.1691118, 0.02591506], [-1.0916618, 0.3574725, 0.17617288], [0.7622133, -1.9004778, 1.14999], [-1.5156118, -0.099766344, -0.32857436]], [[1.9213334, 1.1882291, 1.6519194], [-0.92926896, 0.005029905, 1.4983371], [1.4269137, 0.37092683, 0.011493789], [-0.99128807, 0.11571489, 1.4618303], [0.87728816, 1.2850099, 0.41718474], [-1.6138672, -1.2533948, -0.31621882]], [[1.5562395, -0.09137203, 1.7504791], [-0.08955473, 0.9298968, 0.7698065], [-1.9518174, -0.2657003, 0.29077572], [1.9330341, 1.2653884, -1.0473799], [-0.8192925, -0.047792044, -0.5588455], [-0.5382441, 0.2666984, -1.8104082]], [[-0.28562206, -1.7109317, -1.9367841], [1.4055923, -1.7571392, 0.62807775], [1.0869035, -1.6722574, -1.685586], [-1.882488, 1.500926, -0.089558244], [-1.4025828, 1.9151558, 0.4586883], [1.5361032, -1.6074116, 0.33291197]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_valid_min_f32() -> (tensor<2x6x2x3xf32>) {
  %0 = weft.constant dense<[[[[-1.2291415, -0.8687884, -1.9918308], [-1.0372152, -0.8412308, -1.5467651]], [[-0.8798166, -0.91378146, -1.8418038], [-0.8798166, -1.4288975, -1.5663171]], [[-1.0524294, -0.91378146, -1.5170698], [-0.8798166, -1.4288975, -1.5663171]], [[-1.7701969, -1.6853373, -1.5170698], [-1.0105641, -1.8883691, -1.9021089]], [[-1.7701969, -1.6853373, -1.1596045], [-1.3128102, -1.8883691, -1.9021089]], [[-1.9822557, -1.7804246, -1.1596045], [-1.9822557, -1.7760428, -1.1596045]]], [[[-1.7515249, -1.3906729, -1.9755272], [-1.8479493, -1.6645284, -1.5751562]], [[-1.7515249, -1.3906729, -1.9755272], [-1.8479493, -1.6645284, -1.5751562]], [[-1.6983349, -1.3827262, -1.8725252], [-1.6983349, -1.9004778, -0.85713273]], [[-0.92926896, -1.1691118, -1.8725252], [-1.0916618, -1.9004778, 0.011493789]], [[-1.9518174, -0.2657003, 0.011493789], [-1.9518174, -0.2657003, -1.0473799]], [[-1.9518174, -1.7571392, -1.9367841], [-1.9518174, -1.6722574, -1.685586]]]]> : tensor<2x6x2x3xf32>
  weft.return %0 : tensor<2x6x2x3xf32>
}
weft.func @test_window_valid_sum_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x2x3xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 3>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x2x3xf32>)
  weft.return %r0 : tensor<2x6x2x3xf32>
}
weft.func @test_window_valid_sum_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 3>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_valid_sum_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[1.0279431, -0.22261146, -0.018924959], [-1.7926445, -1.1448951, -0.9738649], [-0.2315159, -1.9392806, -1.6506939], [0.35671097, 1.9414266, -0.9712886], [0.11146704, -0.013088435, 1.0889096], [0.12998883, 0.044638034, -1.8343176]], [[-1.9401484, -0.22488831, -1.506786], [-0.7212195, -1.4029272, 1.1713915], [-0.82908195, 0.5952501, 0.36882377], [0.7976294, -0.9112089, -1.3554132], [1.4809383, -0.027855828, 0.86578816], [-0.22480214, -1.8942763, -1.5091351]], [[-1.4106777, -1.8728219, 0.86402476], [1.8407297, -0.38717416, 1.8824451], [-1.5521282, -0.6047389, 0.40591997], [0.5827563, -1.8852959, 1.5785372], [1.9790298, -0.81918275, -0.8168817], [0.5260969, -0.32654205, 0.08386213]], [[1.4552047, 0.5721084, -1.5278527], [-0.6802745, 1.4587604, 1.7324117], [-0.7700835, -1.6904955, 1.1285424], [-1.1285311, -1.0975018, -0.35258168], [-1.6681644, 0.7111326, 1.4304293], [-0.65310687, 0.69201547, -1.468318]], [[-0.56352186, -1.3789259, -1.58234], [-0.89909637, -0.52790886, -1.9072962], [0.56661594, 0.57489973, -0.8493352], [-0.26423636, -0.9112079, -1.594057], [1.8138704, 1.7274327, -0.16016255], [1.2790725, 0.02941738, 1.8295422]], [[0.4506858, 1.4375974, 0.23978628], [0.23868106, 0.5065231, 1.3592807], [-1.5070171, 0.8603161, 0.85823226], [1.9954702, -0.58971846, 0.7524876], [-0.51983976, 0.37319076, -1.9685428], [1.284375, -1.2401448, -0.047101777]], [[-1.3500766, 1.7785119, 0.89687717], [1.4471091, 1.0309924, 1.5914742], [0.62056386, -1.666445, -1.7165824], [0.9995102, -0.8467248, 0.86026937], [-0.25962982, 1.41151, -0.64390624], [-1.6351379, 1.3500726, -0.7954044]]], [[[-0.4132665, 1.1041235, -0.99617004], [1.7568215, -1.8853016, 1.044062], [1.4128757, 0.49129087, -1.2214917], [-1.5806714, 1.0843441, 0.9201487], [1.1222333, 1.9093555, 0.41940892], [1.789497, 1.9405819, 0.35405514]], [[1.0926279, -1.3439621, 1.9947747], [-0.014820337, 0.0066374135, 0.74212664], [1.4237269, -0.89193654, 1.0093352], [1.3287735, -0.4154855, -0.24252385], [1.5287753, -0.6624039, 1.2237442], [1.5605195, -0.5438132, -0.7362614]], [[-1.2509663, -1.19337, 1.4453535], [-0.8828571, -0.9211398, 0.6041868], [-0.86631674, -0.8696746, 1.7247486], [1.959234, 1.052726, 1.1395942], [-0.5056145, -0.6017507, 1.2735445], [0.105087504, -1.16126, -0.6976102]], [[0.90999377, -0.45039323, 1.2395253], [-1.1084988, -1.992402, -1.4273146], [-1.5716717, -1.2464024, 1.9104593], [0.6089822, -0.26532814, -1.4298395], [1.2395822, 0.55537635, -0.9501129], [-0.08271225, 1.3907338, 1.8451953]], [[1.8043272, 0.34179553, 0.119553655], [-0.3221871, -1.9684322, -0.81996036], [1.3025253, -0.5595405, 0.6283664], [1.924807, 1.171757, -0.7320251], [-1.0516968, 1.7019212, -1.1546874], [0.856288, 0.5526686, 0.25287756]], [[-0.7553486, 1.8968196, 1.0809], [-0.35179508, -1.3400965, -0.36698252], [-1.8206284, -1.2569312, -1.0487972], [-1.3748535, 0.14493611, -1.4199152], [-1.6393701, -1.7219397, 1.5377452], [-1.6824048, 1.8380727, 1.7175561]], [[0.043063257, 1.5430304, -1.9089738], [1.0155886, 0.12235381, 0.44716674], [1.9996144, -1.3584487, -0.76552784], [0.7476556, -1.2789558, 1.6817033], [-1.3493192, -0.42747334, 0.9942533], [1.4706312, 1.1525966, 1.2752317]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_valid_sum_f32() -> (tensor<2x6x2x3xf32>) {
  %0 = weft.constant dense<[[[[-4.486667, -4.3393526, -2.6100545], [1.6861479, -0.35475707, -1.6538742]], [[-4.612526, -3.8973002, 3.1858191], [2.4591436, -3.653032, 1.0467741]], [[-1.1172295, -2.5243616, 4.4854913], [-2.557121, -5.386082, 3.3739655]], [[-0.89115554, -0.9915618, -3.0058699], [-1.450529, -0.6857401, -0.39716464]], [[-1.7136526, 1.4725015, -1.8816721], [2.0848632, 2.034913, -2.9613776]], [[-0.10005386, 3.947496, 3.2290683], [1.3290576, -0.45787144, -1.8580422]]], [[[5.257965, -2.5191483, 2.5726368], [5.235713, 1.5151646, 2.1086214]], [[-0.49860567, -5.2134457, 7.5205255], [4.8685784, -2.3885252, 6.128443]], [[-4.770317, -6.673382, 5.4969587], [0.8641954, -1.3750534, 3.6683943]], [[1.0144887, -5.875375, 1.6506296], [2.452528, 1.3577836, -1.7278392]], [[-0.14310667, -2.8863852, -0.4069201], [-2.6592164, -0.5197971, -2.1893134]], [[0.13049415, -0.39327264, -2.5622149], [-3.4369013, -5.898813, 0.97946155]]]]> : tensor<2x6x2x3xf32>
  weft.return %0 : tensor<2x6x2x3xf32>
}
weft.func @test_window_valid_mean_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x2x3xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 3>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x2x3xf32>)
  weft.return %r0 : tensor<2x6x2x3xf32>
}
weft.func @test_window_valid_mean_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 3>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_valid_mean_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-0.37068635, -0.49536803, 0.18503249], [-1.3012056, 0.14491718, 0.21441555], [-0.71970123, -1.4191054, -1.6398748], [-0.5678542, 0.1622241, 1.937638], [-1.2147839, -1.9194413, -0.80101275], [-0.1239568, 0.31630135, -0.6488227]], [[1.6553196, -1.1401277, -0.9476769], [-0.9703736, 1.8702631, -0.0872945], [-0.5923196, -1.7973928, -0.45663437], [1.2165806, 1.3553169, 1.8050858], [-1.2047101, -1.844812, -1.287954], [-1.722021, 1.4577247, -0.8513196]], [[1.3444808, -0.84287316, -1.5850271], [-0.9139596, 0.448801, 1.8893542], [0.54749674, 1.2131768, 0.05040395], [1.6940185, 1.4318854, 1.9534192], [1.3766271, 0.7919374, 1.3271035], [1.5755655, 0.71054053, -1.6851093]], [[-0.24794975, 1.8707904, 0.7678508], [-0.40343696, 1.5484297, -0.5623258], [-0.4303033, 0.1475037, 0.7067321], [0.2828565, -0.66657144, 0.2501286], [-0.5907754, 0.6793813, 0.23077695], [-1.570061, 0.5227801, 1.7595663]], [[0.49113283, -1.7057171, 0.20967437], [-1.3470203, -0.3290972, -1.339786], [1.6712562, 1.0938058, 0.28354245], [-0.8097398, -1.5868853, 0.83995354], [-1.0335231, 1.6348798, 1.5111002], [-1.3506116, 1.9877714, 1.8752762]], [[-1.6843466, 0.043217666, -0.83489233], [0.5165351, 1.3616061, -0.9411425], [-1.7183431, -0.5338992, -1.2059022], [0.83757114, -0.81964546, 0.39469743], [-1.5583236, -0.9216127, 1.0709987], [1.3252168, 0.20894033, 0.30543575]], [[-1.7749411, 0.36600983, 0.33839765], [-1.1173998, 0.8982213, -1.4966733], [0.12921076, -1.6296582, 1.3851601], [-0.39002353, 1.8521519, -0.20089418], [1.0993146, 0.010848063, -1.8024889], [-0.7278505, 0.34874594, 1.1723137]]], [[[-1.7441258, 0.035085805, 1.096205], [-1.1309363, -0.6179839, -0.8509004], [0.9632492, -0.8519084, 1.6325264], [1.3259073, 0.19421463, 1.9110396], [-0.72487485, -1.9499364, 0.72276217], [1.2526429, 1.765748, -1.3240206]], [[-1.8613077, 0.36273178, -0.4079596], [-1.0773131, 0.6741619, 0.094425894], [0.45179582, 1.6897304, 1.4388796], [-1.2921922, -1.7440827, 0.5865626], [-1.9594917, -1.1631467, 1.6694294], [-0.4379308, 0.92768455, 0.6340638]], [[-1.5524865, 0.9775183, 1.0101125], [-1.9425511, 1.8286363, -1.5878028], [-0.09974264, -0.074248776, -0.11814639], [1.9727204, -1.3052523, 1.2311667], [1.515641, -1.422152, -1.9896699], [-0.96602434, -1.8232781, -1.7293047]], [[1.3128225, -1.8963438, -0.9380852], [-1.6913977, -1.4339173, 0.16697894], [1.6335931, 1.484899, -1.5464841], [1.3292038, 1.4735337, -1.004225], [-1.1700028, -0.5389907, 1.116267], [1.9658412, 0.15899844, -0.37931705]], [[-0.5528525, -0.204143, -1.0240587], [0.8205731, 0.32898125, -0.6066153], [0.82007325, 1.1235576, -1.2532461], [-0.4408147, 0.49536335, 0.9842133], [-1.7360142, -1.575558, 1.1117507], [1.0365907, -1.1573472, -0.44371662]], [[0.7264259, 0.034537267, 1.1253959], [-1.1748744, -0.31835696, -0.6846723], [1.34878, -0.6789543, 0.9076223], [-0.2558206, -1.2769262, 0.5104301], [-1.3611156, -1.5286852, 1.435433], [1.5853531, -0.6077622, -0.54037416]], [[0.41479677, 0.4724347, 0.34107232], [-0.9337942, 1.1583414, -0.7927871], [1.4874867, 1.7725328, -0.91279525], [0.42071724, 0.82069385, -1.0865042], [1.8596388, -0.21454266, 0.047203995], [-0.59740514, -0.41167942, -1.6473031]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_valid_mean_f32() -> (tensor<2x6x2x3xf32>) {
  %0 = weft.constant dense<[[[[-0.38316113, -0.47280228, -0.45533875], [-0.51379806, -0.9105351, -0.07379202]], [[0.1784407, -0.041358784, -0.18947911], [0.5062822, 0.19168527, 0.56523734]], [[-0.017278692, 0.7309714, 0.2111647], [0.4799867, 0.5995522, 0.7530941]], [[-0.04438688, 0.4376192, 0.010947985], [-0.15170482, 0.21701898, 0.63703895]], [[-0.34513098, -0.011680651, -0.63808435], [-0.43518373, -0.18889284, 0.48239833]], [[-0.94154745, 0.084249586, -0.45917544], [-0.26676562, -0.34030262, -0.05973819]]], [[[-0.7331063, 0.21530294, 0.50052947], [-0.2059344, -0.6375215, 1.3268666]], [[-1.0136008, 0.909755, 0.07158488], [0.09812176, -0.6698587, 0.46970367]], [[-0.3899604, 0.14775729, -0.50223786], [0.8635688, -0.06370184, -0.38518196]], [[0.39046863, -0.099494375, -0.8669184], [0.07267307, 0.4104675, -0.098620705]], [[0.33135423, 0.047603637, -0.25592902], [-0.27081865, -0.5735338, 0.6160339]], [[0.31147012, 0.40675583, -0.0026940207], [0.5832811, -0.18431361, 0.15023166]]]]> : tensor<2x6x2x3xf32>
  weft.return %0 : tensor<2x6x2x3xf32>
}
weft.func @test_window_dilated_max_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x5x3xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>, padding = array<i64: 0, 1, 2, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x5x3xf32>)
  weft.return %r0 : tensor<2x6x5x3xf32>
}
weft.func @test_window_dilated_max_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>, padding = array<i64: 0, 1, 2, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_dilated_max_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[1.7516377, 1.5103878, 1.0766195], [1.993107, 1.470065, 0.46587434], [-1.9024886, 1.8375217, 1.1179191], [0.12220803, 0.007404525, 0.51912284], [0.9072062, 0.19480753, -0.58701557], [-1.6870897, -0.40771893, -1.6207006]], [[-0.47713333, 1.4945308, 1.2011251], [0.03394212, 0.76678187, -0.28699386], [0.24309525, 1.5499877, 1.8239028], [-0.88043433, 1.0693424, -0.47362655], [-0.18930356, -0.39655012, -1.3511261], [-1.0922834, 1.5074435, 0.29855224]], [[-1.3706274, 1.9415203, 1.111953], [1.0534444, 0.17232238, 0.40101454], [-1.4188381, -1.2779032, 0.6575283], [0.6717484, -0.41468868, 1.2616657], [-1.0976489, -1.3680012, -1.7588944], [1.7336267, 0.11601031, 0.30809584]], [[0.6128708, -1.5231866, 1.5206373], [1.9085647, -1.0464962, -1.0602043], [1.4065328, 0.033828307, -1.2252285], [1.8865755, 1.350737, -0.5101588], [0.51736516, 0.9140319, -0.5679009], [0.34217316, -0.48520994, 1.3766302]], [[-1.0884719, -0.1982361, -1.7739416], [0.39348865, -1.7619246, -0.6346958], [1.0380077, 0.17557555, -0.6273731], [-0.04582159, -1.5326909, -0.99004906], [1.6750494, -1.434509, 1.1420075], [0.9584531, 0.5432834, 1.1132312]], [[-1.4650015, -0.56315064, -0.62756443], [-1.10913, -1.0625203, -0.7774144], [1.8519821, -0.47040334, 1.1665102], [0.99626285, 0.966791, -0.03779819], [0.0327241, -1.2734809, 1.5381684], [-0.5006677, 0.85136527, 1.476715]], [[0.2860445, -0.5431888, 1.4975691], [-1.608821, 1.0225375, -0.84150094], [0.8040513, -1.1251116, 1.5526605], [-0.10596567, -1.5417384, 1.2140185], [-0.62127745, -1.6144397, 1.3751255], [-1.6620443, -1.1734529, -1.2303365]]], [[[-0.37573615, 1.8963444, -1.7100925], [1.9468234, -0.89386904, -0.3277459], [1.1604728, 1.4104924, -1.4817073], [0.7648168, -0.19473124, -1.6650736], [1.9922599, -0.3547347, 0.7819002], [0.9881299, -1.0329074, -0.86278045]], [[-0.43435958, 1.5334527, 1.347954], [0.6157733, -0.61806285, -0.74730456], [-0.57430243, -0.45306677, -0.14354222], [-0.38055745, -0.6392992, 1.0110093], [1.5133724, 1.4976766, -1.3860915], [0.32109708, -1.3051308, 1.5138432]], [[0.038962808, -1.9449673, 1.2505801], [0.68826085, -1.5318264, 1.4372339], [-1.7556559, 1.579638, 1.9939606], [-0.22571899, 0.40022305, -0.43469122], [-0.083433054, 1.3148488, 1.1624215], [-0.34720892, 1.3368005, -0.71484244]], [[1.1449152, -0.73849684, 1.3313866], [-0.9392127, 0.06177926, -1.2762129], [-1.7209564, -0.35073248, -1.6800132], [-1.4371787, -0.48877597, 1.0543239], [-0.5312593, -1.8423332, -0.299749], [-0.31033728, -1.0031197, -0.64744365]], [[-0.098255046, 0.06042555, 0.4305233], [1.7777436, 1.7879375, 0.73654526], [-0.52611196, -1.938684, -0.24453472], [-0.89821935, 0.4826362, -1.1550775], [0.41586122, -0.94552433, -1.3282834], [-1.7785354, -0.07942863, -1.5011224]], [[-1.2293379, -0.90985936, -1.3703552], [-1.948363, -1.5076373, 0.9168663], [-0.3150284, 0.69539297, 0.7769176], [0.4157887, 0.2732033, 1.3886074], [-1.679001, -0.7421027, -1.9805874], [-0.20207201, 1.4674263, 0.08631403]], [[1.4143877, 0.4526622, -1.8175665], [-1.6543553, 0.67838824, 1.8185993], [-1.3703812, 1.7029953, 0.7663461], [-1.4470495, -0.8077408, 1.3872871], [1.44534, 0.75462496, 1.7999022], [1.127074, 1.7163384, -0.43944767]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_dilated_max_f32() -> (tensor<2x6x5x3xf32>) {
  %0 = weft.constant dense<[[[[1.993107, 1.470065, 0.46587434], [1.7516377, 1.8375217, 1.5206373], [1.993107, 1.470065, 0.51912284], [1.4065328, 1.8375217, 1.1179191], [1.8865755, 1.350737, 1.3766302]], [[0.39348865, 0.76678187, -0.28699386], [1.0380077, 1.5499877, 1.8239028], [0.39348865, 1.0693424, -0.28699386], [1.6750494, 1.5499877, 1.8239028], [0.9584531, 1.5074435, 1.1132312]], [[1.0534444, 0.17232238, 0.40101454], [1.8519821, 1.9415203, 1.1665102], [1.0534444, 0.966791, 1.2616657], [1.8519821, -0.47040334, 1.5381684], [1.7336267, 0.966791, 1.476715]], [[1.9085647, 1.0225375, -0.84150094], [1.4065328, 0.033828307, 1.5526605], [1.9085647, 1.350737, 1.2140185], [1.4065328, 0.9140319, 1.5526605], [1.8865755, 1.350737, 1.3766302]], [[0.39348865, -1.7619246, -0.6346958], [1.0380077, 0.17557555, -0.6273731], [0.39348865, -1.5326909, -0.6346958], [1.6750494, 0.17557555, 1.1420075], [0.9584531, 0.5432834, 1.1132312]], [[-1.10913, -1.0625203, -0.7774144], [1.8519821, -0.47040334, 1.1665102], [0.99626285, 0.966791, -0.03779819], [1.8519821, -0.47040334, 1.5381684], [0.99626285, 0.966791, 1.476715]]], [[[1.9468234, 0.06177926, -0.3277459], [1.1604728, 1.8963444, 1.3313866], [1.9468234, 0.06177926, 1.0543239], [1.9922599, 1.4104924, 0.7819002], [0.9881299, -0.19473124, 1.0543239]], [[1.7777436, 1.7879375, 0.73654526], [-0.098255046, 1.5334527, 1.347954], [1.7777436, 1.7879375, 1.0110093], [1.5133724, 1.4976766, -0.14354222], [0.32109708, 0.4826362, 1.5138432]], [[0.68826085, -1.5076373, 1.4372339], [0.038962808, 1.579638, 1.9939606], [0.68826085, 0.40022305, 1.4372339], [-0.083433054, 1.579638, 1.9939606], [0.4157887, 1.4674263, 1.3886074]], [[-0.9392127, 0.67838824, 1.8185993], [1.4143877, 1.7029953, 1.3313866], [-0.9392127, 0.67838824, 1.8185993], [1.44534, 1.7029953, 1.7999022], [1.127074, 1.7163384, 1.3872871]], [[1.7777436, 1.7879375, 0.73654526], [-0.098255046, 0.06042555, 0.4305233], [1.7777436, 1.7879375, 0.73654526], [0.41586122, -0.94552433, -0.24453472], [-0.89821935, 0.4826362, -1.1550775]], [[-1.948363, -1.5076373, 0.9168663], [-0.3150284, 0.69539297, 0.7769176], [0.4157887, 0.2732033, 1.3886074], [-0.3150284, 0.69539297, 0.7769176], [0.4157887, 1.4674263, 1.3886074]]]]> : tensor<2x6x5x3xf32>
  weft.return %0 : tensor<2x6x5x3xf32>
}
weft.func @test_window_dilated_min_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x5x3xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>, padding = array<i64: 0, 1, 2, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x5x3xf32>)
  weft.return %r0 : tensor<2x6x5x3xf32>
}
weft.func @test_window_dilated_min_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>, padding = array<i64: 0, 1, 2, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_dilated_min_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-0.24058452, -0.70178014, -1.1345955], [-0.78417856, -1.4233685, 1.7887139], [0.48818517, 1.8187093, -1.4440451], [0.506457, -0.21304941, 1.6464838], [-1.9262729, 0.42224643, 0.09685422], [-1.7814872, -0.10503773, -0.8438011]], [[-0.827289, -1.8342121, 1.310529], [-1.2196035, 1.6431445, -1.4449551], [1.510592, 1.8497168, -0.06162568], [1.4333285, -0.9661834, -1.4411612], [0.94949096, 0.27410313, 1.408838], [0.20737128, 1.943708, -0.312649]], [[-0.3711238, 1.0687046, 1.9744369], [-0.6935705, -1.0089453, 1.2553568], [-0.84831995, -1.3738185, 0.254092], [-0.8183035, -1.5719925, 0.48194954], [-0.42766982, -1.5817356, -0.76726586], [-0.33043432, -1.4152497, 0.7797266]], [[-1.8030747, -0.31340465, -0.74350363], [1.6647571, -1.5079166, -1.6933528], [-0.696363, 1.833036, -0.08668956], [1.4945114, -1.8303709, 1.1555787], [0.84923357, 1.9054096, -1.2608378], [-1.5504055, 1.9009992, 1.7378639]], [[0.05697634, 1.6045207, 1.288903], [0.31243765, -0.1361134, -1.8990793], [0.6988502, 0.98805124, 0.35106307], [1.0323141, -0.07678622, -1.0564117], [1.7987622, -1.6777439, -0.9199835], [-1.1782157, 0.43769652, -0.1468446]], [[0.2882947, -0.13132131, 0.44527397], [-1.5737078, -0.5181347, 0.19086826], [0.43103153, -0.24962087, -1.7928885], [0.79973173, 0.004990577, 1.8556103], [-0.625909, 0.72072804, -1.830983], [0.7439325, -1.7313387, 0.45627236]], [[0.5397015, 0.85244566, 0.0030583693], [-0.061844435, -1.5254718, -0.99134195], [1.2253667, 1.8253058, -0.6617574], [0.15265004, -0.8635203, -0.8713495], [1.1717033, 1.3383373, 0.46954104], [1.4773976, -1.9809774, 1.6304669]]], [[[-1.5872287, -1.9111642, -1.537184], [-0.9883574, 0.162318, -1.7657349], [1.6503361, -0.25283477, 1.9315469], [0.8449959, -0.9724367, -1.1893972], [1.2681134, 0.30079356, -1.6226027], [-0.9229498, -1.5029049, 0.37181905]], [[1.5654399, -0.5283436, -1.8923684], [1.752853, 1.3221728, -1.8634671], [-0.87657934, -0.46804914, 1.9391555], [-1.8706589, 1.982442, 0.48690102], [-0.40079015, -0.37782162, 0.6575381], [-0.7548543, -0.8023664, 1.1674559]], [[-0.70488274, 1.2413033, -0.64211583], [0.72993416, -1.997128, 0.16144897], [-0.2348786, 1.1323105, 0.4364595], [0.6214339, -1.3078336, 1.4386349], [1.3010019, 0.07193227, 0.6293506], [-0.91871804, -0.90199935, 0.20363829]], [[-0.23406869, -1.495525, 1.5042434], [0.86294854, -1.2297463, 1.729761], [0.28799802, -0.12103099, 1.4567677], [-1.586397, -1.6342577, 1.9066808], [-1.5141101, -0.20540391, 1.9055096], [-0.7391573, 1.7080374, -1.3480482]], [[1.5383885, -1.9948257, 0.022824202], [1.7404934, 1.1180514, 0.7252677], [-0.09380287, 1.0994954, 0.8633664], [-1.3576509, 0.8686762, 1.242703], [0.70018995, -1.0561975, -0.4359492], [-1.1529511, -0.5070876, -0.3729758]], [[1.2166443, 0.99065775, -1.2954959], [1.231597, 0.802508, -0.6698345], [0.33332035, -1.5656447, -1.3367313], [-0.94085926, 1.0996788, -1.2622061], [-0.89638513, 0.05921742, -0.338746], [-1.1665381, 0.0946994, 1.9925923]], [[0.028586257, 1.4510485, 1.3564352], [-1.3892684, -0.012897332, -0.2509045], [1.2665659, 0.804786, 0.52089167], [1.5858185, -1.5631145, -1.5257095], [-0.058965273, 0.62051755, 0.66579825], [1.4405525, -1.2959019, -1.5802121]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_dilated_min_f32() -> (tensor<2x6x5x3xf32>) {
  %0 = weft.constant dense<[[[[-0.78417856, -1.5079166, -1.6933528], [-1.8030747, -0.70178014, -1.4440451], [-0.78417856, -1.8303709, -1.6933528], [-1.9262729, 0.42224643, -1.4440451], [-1.7814872, -1.8303709, -0.8438011]], [[-1.2196035, -0.1361134, -1.8990793], [-0.827289, -1.8342121, -0.06162568], [-1.2196035, -0.9661834, -1.8990793], [0.6988502, -1.6777439, -0.9199835], [-1.1782157, -0.9661834, -1.4411612]], [[-1.5737078, -1.0089453, 0.19086826], [-0.84831995, -1.3738185, -1.7928885], [-1.5737078, -1.5719925, 0.19086826], [-0.84831995, -1.5817356, -1.830983], [-0.8183035, -1.7313387, 0.45627236]], [[-0.061844435, -1.5254718, -1.6933528], [-1.8030747, -0.31340465, -0.74350363], [-0.061844435, -1.8303709, -1.6933528], [-0.696363, 1.3383373, -1.2608378], [-1.5504055, -1.9809774, -0.8713495]], [[0.31243765, -0.1361134, -1.8990793], [0.05697634, 0.98805124, 0.35106307], [0.31243765, -0.1361134, -1.8990793], [0.6988502, -1.6777439, -0.9199835], [-1.1782157, -0.07678622, -1.0564117]], [[-1.5737078, -0.5181347, 0.19086826], [0.2882947, -0.24962087, -1.7928885], [-1.5737078, -0.5181347, 0.19086826], [-0.625909, -0.24962087, -1.830983], [0.7439325, -1.7313387, 0.45627236]]], [[[-0.9883574, -1.2297463, -1.7657349], [-1.5872287, -1.9111642, -1.537184], [-1.586397, -1.6342577, -1.7657349], [-1.5141101, -0.25283477, -1.6226027], [-1.586397, -1.6342577, -1.3480482]], [[1.7404934, 1.1180514, -1.8634671], [-0.87657934, -1.9948257, -1.8923684], [-1.8706589, 0.8686762, -1.8634671], [-0.87657934, -1.0561975, -0.4359492], [-1.8706589, -0.8023664, -0.3729758]], [[0.72993416, -1.997128, -0.6698345], [-0.70488274, -1.5656447, -1.3367313], [-0.94085926, -1.997128, -1.2622061], [-0.89638513, -1.5656447, -1.3367313], [-1.1665381, -1.3078336, -1.2622061]], [[-1.3892684, -1.2297463, -0.2509045], [-0.23406869, -1.495525, 0.52089167], [-1.586397, -1.6342577, -1.5257095], [-1.5141101, -0.20540391, 0.52089167], [-1.586397, -1.6342577, -1.5802121]], [[1.7404934, 1.1180514, 0.7252677], [-0.09380287, -1.9948257, 0.022824202], [-1.3576509, 0.8686762, 0.7252677], [-0.09380287, -1.0561975, -0.4359492], [-1.3576509, -0.5070876, -0.3729758]], [[1.231597, 0.802508, -0.6698345], [0.33332035, -1.5656447, -1.3367313], [-0.94085926, 0.802508, -1.2622061], [-0.89638513, -1.5656447, -1.3367313], [-1.1665381, 0.0946994, -1.2622061]]]]> : tensor<2x6x5x3xf32>
  weft.return %0 : tensor<2x6x5x3xf32>
}
weft.func @test_window_dilated_sum_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x5x3xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>, padding = array<i64: 0, 1, 2, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x5x3xf32>)
  weft.return %r0 : tensor<2x6x5x3xf32>
}
weft.func @test_window_dilated_sum_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>, padding = array<i64: 0, 1, 2, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_dilated_sum_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-0.6033949, 0.7738887, -0.79860926], [0.9019032, 0.18132584, -0.8438894], [0.23496543, -0.1453953, 1.3811882], [1.2112771, -1.0752063, -1.1313008], [1.3828955, 1.3946556, 1.4525158], [-0.5100818, -1.4904304, 0.18348944]], [[1.811043, 0.34610948, 0.7366613], [-1.880519, -0.35865852, -1.2939782], [-1.67457, -1.1231768, -0.8482191], [0.0015254547, 0.45048907, 0.16553533], [-0.57043767, -1.3898222, -0.01795262], [1.5942752, 1.5950209, 1.6589185]], [[1.5641719, 0.29442525, 0.07380731], [-1.1146718, 0.9799422, 0.32676622], [-0.39224514, -1.7559587, -1.2786063], [0.74953043, 0.062427923, 1.1058182], [-1.5390406, 0.70689815, 1.5179577], [-1.8770498, 1.9070996, -1.7579339]], [[0.9119025, 0.13528475, -0.75812435], [-0.5954518, -1.8566222, 1.0324106], [-1.9127551, 1.8439306, 1.8814467], [1.3430893, -1.4918926, 0.48423374], [1.2482597, -0.3811078, -0.30497456], [1.1720148, -1.9164375, -0.4986542]], [[1.3741419, 1.2024367, 1.7054052], [1.4679123, -1.1989541, 1.7008992], [-1.0062526, 0.20234667, 0.30430502], [0.6823179, 0.483734, -1.081175], [1.4751239, -1.4051802, 0.9748693], [-1.9838747, 1.5795575, 1.513555]], [[-0.9530951, 0.21031862, -0.06556387], [1.7286357, -0.83506906, -1.6941512], [-0.4117071, -0.76216817, -0.9512939], [1.1051183, -0.46510276, -1.4373217], [-1.2593565, 1.4789101, -0.14317288], [-1.1934577, -0.09042287, -1.5617046]], [[-0.080580406, -1.0443543, -0.46634707], [1.7242326, -0.06411488, 0.9531754], [-0.6998136, -1.2300417, -0.61120236], [-1.1522777, 0.037055574, 0.6933787], [-0.9398609, 0.81327665, 0.049773537], [1.177512, 1.0459498, 1.767506]]], [[[0.74531883, -1.7447587, -0.6263505], [-0.4124751, 1.4906256, 1.4676125], [-1.1316873, 1.5922986, -0.34415063], [0.6932554, 0.6747942, -0.2763626], [0.24817638, -0.115258396, 0.7312054], [1.3056703, 0.17025256, 1.5115545]], [[0.009295217, -1.7855397, 0.3845706], [-0.7035731, 0.95038676, -0.8640406], [0.57703924, -1.2300811, 0.59375536], [0.40660536, 0.7683684, -1.8693848], [-0.19725838, 0.9823435, -0.2124577], [-0.83119935, 1.0130324, 0.70950043]], [[-0.22809322, 1.3669146, 0.71697575], [1.9796337, 0.63177556, 1.8632345], [0.948992, -0.19885634, -1.9644765], [0.94387466, -0.2850276, 1.4540515], [1.5365955, 1.3328248, 0.19219199], [0.5278291, 0.5657133, -0.21499252]], [[-0.3924815, 1.9128861, -1.9951298], [1.4711952, -1.4756668, -1.5509416], [1.0804261, -1.9404476, 0.6447743], [-1.0359628, 1.433673, 0.25934896], [-1.0814401, 0.3350395, 0.9312929], [1.3938856, -1.9223235, 1.6995442]], [[1.300986, -1.0695941, 0.40802413], [0.09648194, 0.42368722, -1.0228783], [1.692395, 0.8248922, 0.2666636], [1.7910073, -0.51773447, 0.15097162], [0.5315392, 0.4667565, -0.65966666], [0.37994722, -0.28740114, 0.9075598]], [[-0.5473874, -0.1992926, 0.35695106], [-1.25803, 0.18472163, 1.515146], [0.78111345, 0.0014032804, -1.482459], [0.29895195, -0.35178304, -0.4968821], [0.86805254, 1.8993114, 0.07330165], [-1.2566024, 0.7152681, -0.19614479]], [[1.403922, 1.018208, -0.5749598], [1.2927399, 0.13570845, 0.82779354], [-1.7549299, -0.8893315, 1.4229157], [-1.9142891, 0.7487292, 1.7028999], [1.3711053, -1.390199, -1.491234], [-0.4965408, -1.759441, 0.45708612]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_dilated_sum_f32() -> (tensor<2x6x5x3xf32>) {
  %0 = weft.constant dense<[[[[0.30645144, -1.6752964, 0.1885212], [-1.3692821, 2.6077087, 1.7059013], [2.860818, -4.2423954, -0.45854586], [0.95336545, 2.712083, 4.4101763], [3.2162995, -5.9739666, -0.9622318]], [[-0.41260672, -1.5576127, 0.40692103], [0.50436234, 0.627716, 1.8981525], [0.27123666, -0.62338954, -0.5087186], [-1.7761364, -3.7158327, 0.4130026], [0.29424393, 4.1088014, 2.256834]], [[0.61396384, 0.14487314, -1.3673849], [-0.19287542, -2.013383, -2.2216568], [2.4686127, -0.2578017, -1.6988884], [-3.6023493, -0.3323186, -0.85511535], [-1.2158588, 1.414002, -3.6511421]], [[1.1287808, -1.9207371, 1.985586], [-1.7812467, -0.2951807, 0.04577294], [1.3195925, -3.375574, 3.1631985], [-2.30417, 1.0460577, 1.0150434], [2.5403385, -2.3253248, 2.4464643]], [[1.4679123, -1.1989541, 1.7008992], [0.36788929, 1.4047834, 2.0097103], [2.1502302, -0.7152201, 0.6197243], [0.46887124, -1.2028335, 1.2791743], [-1.3015568, 2.0632915, 0.43238008]], [[1.7286357, -0.83506906, -1.6941512], [-1.3648021, -0.55184954, -1.0168577], [2.833754, -1.3001719, -3.1314728], [-1.6710637, 0.7167419, -1.0944668], [-0.08833945, -0.55552566, -2.9990263]]], [[[1.0587201, 0.0149588585, -0.08332908], [0.30157614, -0.18002152, -2.3208566], [0.7160127, 2.123426, -0.10034272], [-0.8845249, -0.12836784, 1.963122], [2.3568485, 0.35639632, 3.1940851]], [[-0.6070912, 1.374074, -1.8869189], [3.5797155, -3.2603228, 1.6530137], [1.5905215, 1.6247079, -3.6053321], [2.603715, 1.0439111, -0.011705384], [1.7463605, 0.97626525, -0.1013529]], [[0.72160363, 0.8164972, 3.3783805], [0.95462483, 0.97016895, -2.3730087], [1.9644302, 0.17968656, 4.33555], [4.134753, 3.0346832, -3.1814418], [0.51405334, 0.64417076, 0.5460321]], [[2.763935, -1.3399583, -0.72314805], [0.33693665, 0.10131508, -0.5023996], [-0.18631685, 0.84244394, 1.2391008], [-0.38483858, -3.8849385, 1.507749], [-2.0529072, -1.4993622, 4.1188793]], [[0.09648194, 0.42368722, -1.0228783], [2.993381, -0.24470192, 0.67468774], [1.8874892, -0.09404725, -0.87190664], [2.2239342, 1.2916487, -0.39300305], [2.1709545, -0.8051356, 1.0585314]], [[-1.25803, 0.18472163, 1.515146], [0.23372602, -0.19788931, -1.1255078], [-0.9590781, -0.1670614, 1.0182639], [1.649166, 1.9007148, -1.4091573], [-0.9576504, 0.36348504, -0.6930269]]]]> : tensor<2x6x5x3xf32>
  weft.return %0 : tensor<2x6x5x3xf32>
}
weft.func @test_window_dilated_mean_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x5x3xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>, padding = array<i64: 0, 1, 2, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x5x3xf32>)
  weft.return %r0 : tensor<2x6x5x3xf32>
}
weft.func @test_window_dilated_mean_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>, padding = array<i64: 0, 1, 2, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_dilated_mean_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[0.63355243, 0.72799903, 1.3018286], [-0.72061664, -1.9404286, -1.2838495], [1.2868304, -1.4074634, -1.5750402], [0.74871534, 0.4368847, 1.6667242], [1.2458913, 1.5095967, 1.608003], [-1.9499514, 1.7999481, -0.9460476]], [[-1.6264671, 1.6106912, -0.80953234], [-1.4231926, 0.26510003, 1.3067055], [-0.702015, 1.4257653, 1.8737392], [0.13709438, -1.0767152, -0.8057525], [-1.3255926, -0.23384906, -0.41144842], [-0.8351354, -0.3837831, -0.9519793]], [[1.4324839, 1.663754, -0.26057073], [-1.5352235, -0.8275034, 0.7371126], [1.9182681, 1.0249357, -1.7369752], [-0.6071343, -1.7316048, 0.24668033], [-0.4190688, -0.21295735, -0.85913175], [-1.6415169, 1.13138, -0.62372315]], [[-1.719378, -1.1913298, -1.8016344], [1.497478, -1.3113682, 1.7548628], [1.8857847, -1.5109686, 1.158428], [-1.1392881, 0.849896, 1.8657151], [-0.14650735, -1.1401501, 0.6390358], [0.43429622, -1.0253267, 0.15529656]], [[0.032161616, -0.3573058, -0.5085111], [1.6888901, 0.64143205, -0.35736564], [0.25328556, 0.50685006, 1.4771845], [-0.19910493, 1.257373, -1.3663568], [0.91827255, 0.8084704, -1.9509187], [0.5759876, -1.7054348, 1.6367761]], [[0.22008076, -1.3991597, 0.9286441], [-0.90856075, -1.7238265, 0.24695106], [1.1993606, 0.85739654, 1.2121423], [0.84183717, -0.45890892, -1.129751], [-0.6441385, 1.3293738, -1.9073753], [-1.6910564, 1.6751028, -1.958689]], [[0.22046429, 1.5828491, 0.08474175], [0.97603476, -1.8796114, 0.95322233], [0.47006944, 0.5326579, -0.89806145], [0.43862003, 1.0512723, 1.3773756], [-1.6915977, 1.5435879, 0.8490574], [0.18128198, 0.944939, 0.9897855]]], [[[0.20415488, 1.4385722, 1.4954212], [1.2334731, -1.1138082, -0.45299184], [1.6827143, 0.2652299, -1.3203896], [1.225544, -1.297688, 1.8544269], [0.6402305, 1.7920346, -0.74837697], [1.5303253, -0.774835, -1.6947863]], [[1.0171009, 1.7278395, 1.6946257], [-1.4650255, 0.22319813, 0.6695202], [-0.7436649, 0.9225292, -0.49246985], [1.4633259, 0.24890524, -0.28258437], [0.004339921, -0.3429527, -0.060741168], [0.79487014, -0.68408936, -1.9055797]], [[0.7212441, -0.20028031, 1.4546146], [-1.9100302, 1.0652986, -0.79525983], [1.2604821, -0.7089605, -1.5094975], [0.5867499, -1.1529714, 1.1928123], [0.21439767, 1.4055903, 0.6972399], [-0.18889289, 0.40937057, -1.7776037]], [[-1.5984259, -0.9982955, 0.056952976], [1.5880731, -1.9648272, -0.95129305], [-1.6381706, 1.2795267, 1.5388973], [0.21322477, -1.122792, 1.3044572], [-0.6741852, 0.47180274, 1.178517], [-0.64531153, -1.1436372, -1.72198]], [[1.6744425, -1.8551388, 1.2794324], [1.7452812, -0.33133477, -1.4602077], [0.75119096, -1.2135131, -0.24958852], [-0.67670447, 0.9108977, 0.991923], [0.47399893, 0.03383016, 0.9608119], [-1.277127, -1.1889615, -1.3091925]], [[-1.2337738, -0.18644714, -1.4275651], [1.7068334, -1.7175783, 1.7302817], [1.1740627, 0.2138542, 0.10521087], [1.1888443, -0.6887438, 1.2548463], [-0.2713084, 1.2128209, 0.06652776], [1.905468, 0.46102908, 0.5733322]], [[-1.0652826, 1.9932214, -1.7442063], [-1.8954998, -0.5778698, 1.9255108], [-0.955572, -1.7244244, -0.7169076], [1.058457, 1.1619518, -1.6886516], [-0.33536825, -0.2849091, -1.3073955], [-1.4063468, -0.71612614, -0.46405074]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_dilated_mean_f32() -> (tensor<2x6x5x3xf32>) {
  %0 = weft.constant dense<[[[[0.38843068, -1.6258984, 0.23550665], [0.5216974, -0.8454407, -0.22910452], [0.09657216, -0.49125403, 1.0008632], [1.0679998, -0.6372464, 0.45760664], [-0.476557, 0.5153505, 0.68542206]], [[0.13284874, 0.45326602, 0.47466993], [-0.51075876, 0.7965002, 0.5082201], [0.05092173, 0.27179745, -0.30569237], [-0.21401238, 0.6268092, 0.24713917], [-0.080289595, -0.47714004, -0.37182814]], [[-1.2218921, -1.2756649, 0.4920318], [1.1925484, 0.53673166, 0.035810135], [-0.55227035, -1.1854609, 0.025248252], [0.51360536, 0.7496872, -0.82283497], [-0.7744676, 0.15399227, -0.8663707]], [[1.2367563, -1.5954897, 1.3540425], [0.21423513, -0.14669783, -0.36413154], [0.4432112, -0.32245284, 1.4877939], [0.12943728, -0.1437182, 0.43711492], [-0.021272458, 0.45519513, 1.0970432]], [[1.6888901, 0.64143205, -0.35736564], [0.14272359, 0.074772134, 0.4843367], [0.7448926, 0.9494025, -0.8618612], [0.5857791, 0.65766025, -0.23686707], [0.18844132, -0.22403091, 0.13520962]], [[-0.90856075, -1.7238265, 0.24695106], [0.7097207, -0.27088156, 1.0703932], [-0.033361793, -1.0913677, -0.44139996], [0.27761105, 1.0933852, -0.3476165], [-0.4246096, 0.60809696, -1.54422]]], [[[1.410773, -1.5393176, -0.7021425], [-0.33743182, 0.49625832, 0.44272044], [1.0650787, -1.3747789, 0.43864977], [0.002647251, 0.9521485, 0.16216192], [0.5809456, -1.084738, -0.06447056]], [[0.14012784, -0.05406832, -0.39534375], [0.6747674, -0.104570806, 0.55799997], [0.26671928, 0.26291656, -0.020337224], [0.12146623, -0.15002662, 0.039503094], [0.076091126, -0.17831199, -0.6263584]], [[-0.10159844, -0.32613987, 0.46751094], [0.48050377, -0.22045843, -0.34430927], [0.39309934, -0.62349874, 0.8456701], [0.5944085, 0.5308262, -0.16012976], [0.87304235, -0.24282889, 0.31084678]], [[-0.15371335, -1.2713485, 0.48710886], [-1.3143628, 0.13750707, -0.21631593], [0.24106377, -0.6258843, 0.14750583], [-0.900824, -0.064501, 0.1732778], [-0.19499414, -0.4551509, -0.64255625]], [[1.7452812, -0.33133477, -1.4602077], [1.2128167, -1.534326, 0.51492196], [0.5342884, 0.28978145, -0.23414236], [0.61259496, -0.5898415, 0.35561168], [-0.9769157, -0.13903192, -0.15863478]], [[1.7068334, -1.7175783, 1.7302817], [-0.02985555, 0.013703525, -0.6611771], [1.4478388, -1.203161, 1.492564], [0.45137715, 0.71333754, 0.08586931], [1.5471561, -0.11385737, 0.91408926]]]]> : tensor<2x6x5x3xf32>
  weft.return %0 : tensor<2x6x5x3xf32>
}
weft.func @test_window_outside_max_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x3x3xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x3x3xf32>)
  weft.return %r0 : tensor<2x6x3x3xf32>
}
weft.func @test_window_outside_max_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_outside_max_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[0.42274618, 0.6159817, 0.45300248], [-0.30968985, -1.3027487, -1.5511963], [-1.4503844, 0.9375385, -1.235208], [-0.10561844, -1.0176798, -0.9411545], [0.97904307, 1.1554968, 0.14815573], [0.49945283, 0.5395806, 1.1918972]], [[-1.9943795, -0.92488575, 1.1765432], [1.9976541, 0.8003835, 1.2966347], [-1.2609063, -1.8500978, 1.7528172], [-1.0293756, -0.8936862, 0.5414286], [0.063859396, 1.3756226, -1.035618], [-1.2960385, -1.6848788, 1.1664641]], [[0.614582, 0.711425, -0.93258184], [-1.2070931, 0.9146403, 1.2046684], [-0.8473272, -0.7410688, 1.1733117], [1.2138826, -1.3128506, -0.9532141], [1.0346847, 0.8267665, -0.4755538], [1.1996449, 0.76305676, -0.25524536]], [[-0.013600922, -1.162399, -0.37600276], [-1.5477685, 0.0640055, -1.7079736], [-1.9629496, 1.8510196, -1.4529976], [-0.72163135, 1.5324105, -1.6680639], [0.304641, -0.0017681454, 0.3469475], [0.61872953, -0.013034998, 1.6073302]], [[0.567357, -1.3756502, 0.3157159], [-1.7915838, -0.9519917, 1.6122501], [-1.7750592, -0.62846047, -1.7266128], [1.5743806, -1.7740271, 0.2545869], [-0.15229678, 1.5274342, -1.8086842], [-1.9382023, 1.2994052, -1.26627]], [[-0.2469782, 1.6420882, -0.72799677], [-1.1492401, 1.304543, 1.2094253], [1.9756277, 1.1714298, 0.39914116], [-1.1682385, 1.0112824, 0.21749987], [-0.31236622, 0.34204242, -1.3820486], [1.7340413, -0.5095916, 1.7202468]], [[1.1188513, 0.593875, -0.8711383], [0.7997273, -0.53189015, 1.6728209], [-0.5562829, 1.435468, -1.8114675], [1.2295682, 0.0033719821, 0.40178075], [0.48256657, 1.9290973, 0.48150602], [1.7898716, 0.82878333, -0.20169047]]], [[[1.6818566, 1.0253038, 0.79536444], [1.6729074, -1.2397407, -1.2773314], [0.41520745, -0.60176283, -1.3761219], [-0.91679245, -1.8389032, 1.330566], [-1.5119889, -1.8900459, 0.21708849], [-0.94412357, -1.3963715, 0.077209495]], [[-0.33562455, -0.45325586, 0.64165926], [-1.3378694, -0.04208048, 1.6782472], [-0.55597675, 0.93941736, -0.49899223], [-1.0357538, -0.43563196, -1.7140542], [-0.8539857, -0.7625287, 1.3163095], [1.406809, 1.0605106, -0.014618515]], [[-1.7129208, 0.75532705, 0.011431763], [1.231205, -0.073925056, -1.8173265], [0.07849082, -1.503186, 1.5636706], [-1.7992625, -0.25996217, -1.4514196], [0.24207611, -1.7978265, 1.9151357], [0.6071637, 1.3446692, -0.48045957]], [[-0.6240015, -0.36127308, -1.9020879], [0.77819747, 0.15835764, 0.4657955], [-0.7660954, -1.7809147, 0.6612802], [1.3376969, -0.3943647, -0.3723827], [-0.96076137, -1.0928825, 0.97842103], [0.15665159, 1.9419875, 0.44556752]], [[-1.2920969, -0.95183444, 0.69991916], [-0.57577455, 0.8179645, 0.624191], [1.1306713, 0.40701744, -0.010869062], [0.020052696, -0.9436453, -1.2081604], [1.3387543, 0.716506, 0.29969722], [1.1603441, -1.6339105, 0.39626026]], [[1.3629379, 0.28807524, 1.5030822], [-1.4975603, 1.8035084, -0.8340294], [0.8046078, 1.8506368, 0.23189394], [-0.8594064, 1.9229535, -0.9655235], [0.8678083, 0.35998192, 0.06283782], [1.1149117, 1.6992855, 1.8126776]], [[1.1228225, 1.2924325, -1.8821586], [-0.5107592, 0.2482435, -0.099260114], [1.7410617, 1.665282, -0.07489159], [1.6804805, -0.5826468, 1.1738048], [-1.4671087, 1.9585985, -0.19013657], [1.8957273, -0.9751284, -0.88454247]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_outside_max_f32() -> (tensor<2x6x3x3xf32>) {
  %0 = weft.constant dense<[[[[0xFF800000, 0xFF800000, 0xFF800000], [0xFF800000, 0xFF800000, 0xFF800000], [0xFF800000, 0xFF800000, 0xFF800000]], [[0.42274618, 0.6159817, 0.45300248], [-0.10561844, 0.9375385, -0.9411545], [0.97904307, 1.1554968, 1.1918972]], [[1.9976541, 0.9146403, 1.2966347], [1.2138826, -0.7410688, 1.7528172], [1.1996449, 1.3756226, 1.1664641]], [[0.567357, 0.0640055, 1.6122501], [1.5743806, 1.8510196, 0.2545869], [0.61872953, 1.5274342, 1.6073302]], [[1.1188513, 1.6420882, 1.6728209], [1.9756277, 1.435468, 0.40178075], [1.7898716, 1.9290973, 1.7202468]], [[0xFF800000, 0xFF800000, 0xFF800000], [0xFF800000, 0xFF800000, 0xFF800000], [0xFF800000, 0xFF800000, 0xFF800000]]], [[[0xFF800000, 0xFF800000, 0xFF800000], [0xFF800000, 0xFF800000, 0xFF800000], [0xFF800000, 0xFF800000, 0xFF800000]], [[1.6818566, 1.0253038, 0.79536444], [0.41520745, -0.60176283, 1.330566], [-0.94412357, -1.3963715, 0.21708849]], [[1.231205, 0.75532705, 1.6782472], [0.07849082, 0.93941736, 1.5636706], [1.406809, 1.3446692, 1.9151357]], [[0.77819747, 0.8179645, 0.69991916], [1.3376969, 0.40701744, 0.6612802], [1.3387543, 1.9419875, 0.97842103]], [[1.3629379, 1.8035084, 1.5030822], [1.7410617, 1.9229535, 1.1738048], [1.8957273, 1.9585985, 1.8126776]], [[0xFF800000, 0xFF800000, 0xFF800000], [0xFF800000, 0xFF800000, 0xFF800000], [0xFF800000, 0xFF800000, 0xFF800000]]]]> : tensor<2x6x3x3xf32>
  weft.return %0 : tensor<2x6x3x3xf32>
}
weft.func @test_window_outside_max_i32(%a0: tensor<1x7x6x2xi32>) -> (tensor<1x6x3x2xi32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<1x7x6x2xi32>) -> (tensor<1x6x3x2xi32>)
  weft.return %r0 : tensor<1x6x3x2xi32>
}
weft.func @inputs_window_outside_max_i32() -> (tensor<1x7x6x2xi32>) {
  %0 = weft.constant dense<[[[[1, -4], [2, -4], [-7, -8], [-5, 5], [-6, 0], [-4, 0]], [[-6, -5], [-8, -1], [8, -1], [2, -9], [7, -4], [2, -6]], [[-8, -4], [-6, -2], [4, 8], [-4, -3], [-6, 7], [-7, 4]], [[-3, 8], [-7, 5], [5, 7], [-7, -7], [-6, 5], [1, -3]], [[-9, -2], [4, -8], [-7, -7], [-9, 3], [-2, -6], [1, 2]], [[-3, -3], [3, 2], [3, 2], [-5, -6], [8, 7], [-1, 3]], [[-6, 1], [-5, 2], [-9, 2], [-1, -3], [-4, 1], [-6, -7]]]]> : tensor<1x7x6x2xi32>
  weft.return %0 : tensor<1x7x6x2xi32>
}
weft.func @expected_window_outside_max_i32() -> (tensor<1x6x3x2xi32>) {
  %0 = weft.constant dense<[[[[-2147483648, -2147483648], [-2147483648, -2147483648], [-2147483648, -2147483648]], [[2, -4], [-5, 5], [-4, 0]], [[-6, -1], [8, 8], [7, 7]], [[4, 8], [5, 7], [1, 5]], [[3, 2], [3, 2], [8, 7]], [[-2147483648, -2147483648], [-2147483648, -2147483648], [-2147483648, -2147483648]]]]> : tensor<1x6x3x2xi32>
  weft.return %0 : tensor<1x6x3x2xi32>
}
weft.func @test_window_outside_min_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x3x3xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x3x3xf32>)
  weft.return %r0 : tensor<2x6x3x3xf32>
}
weft.func @test_window_outside_min_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_outside_min_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[1.9507778, 0.8012711, 1.068431], [0.9838457, 1.4026105, -0.15037116], [-0.9816454, -1.873124, 0.061112877], [-1.3818618, -0.14272952, -1.7529523], [1.1043874, -0.571032, -0.77665836], [1.20484, -0.40755078, -0.12092755]], [[0.65211725, -1.865744, -0.7577819], [1.9807096, 0.7413539, -1.4795307], [1.7989323, 1.720613, 0.6201841], [-1.933621, -0.33486053, -0.45712283], [-1.2860436, 0.41663808, -0.8497207], [0.6833135, -1.0136487, 1.6456496]], [[-0.9010579, -1.9421135, 1.3914199], [-1.1090463, -1.8254391, 1.791932], [-0.70650136, 0.8085587, -1.5634638], [1.2364423, 1.3674915, -0.8898285], [-1.0326134, -1.4575948, 0.34588626], [-0.35003525, 1.5647281, -0.5223558]], [[0.028635496, -0.45037526, -0.92959785], [-1.7642219, 0.3791368, -0.83381784], [1.637264, 0.6151615, 0.5296356], [1.4647273, -1.2447559, 1.5627135], [1.2640029, -1.2598146, -1.1230943], [-1.818621, -0.21605282, -1.5333172]], [[1.2551523, -0.8928624, -1.0942892], [1.6585603, -0.7559456, -0.65974504], [0.22930142, 0.15467182, -0.8001646], [0.4721157, -1.1391096, 0.68245727], [-0.7510916, -1.0960678, -0.62753785], [-0.9493144, 1.18908, 1.0359509]], [[-1.5544237, 1.591218, 1.2827467], [-1.6191581, -0.02131456, 0.09904453], [0.025293155, -1.9193658, 1.6736296], [-0.27903602, 0.9197364, 0.19978754], [1.7036278, -0.80910444, 0.8135963], [-0.72682565, 1.7116963, -0.7787216]], [[-1.8317246, -0.056265086, 0.8189001], [-0.3683914, 0.9920583, 0.97434616], [-1.099649, -0.38281873, 1.9576375], [0.06924363, 1.5109667, -0.40643454], [-1.1060078, 1.5230085, -0.18077612], [-1.9424516, 0.8053635, 0.1448235]]], [[[1.2992026, 1.8473458, 0.7597949], [-1.4782127, -1.6123346, 1.4211537], [0.9534415, 1.2716204, 0.18104829], [0.36316934, -1.710387, -0.29855746], [0.256094, -0.8595034, -1.6829611], [1.5342965, -1.3936021, 0.052925404]], [[0.68629986, -0.033728886, 1.562783], [-1.0607493, 1.5816511, 1.451113], [0.17962697, -0.33112076, 1.4407545], [-0.043320704, 1.8478948, -1.4038815], [-1.605794, -1.3122529, 1.3604617], [-0.26452485, -0.12653624, 0.67448753]], [[-1.1835421, -0.23748218, 0.42411882], [-1.8931988, -0.25675374, 0.3497007], [-0.32599756, -1.2091442, -1.7453154], [1.7925671, 1.1852872, 0.21412452], [0.9104841, -1.9097258, 1.9983622], [-0.6486785, -0.21985674, -1.7394581]], [[-0.71533144, -1.5315293, -0.6494385], [-0.3278291, 0.41549495, -1.47974], [1.4764174, 1.7798772, -1.4719741], [-1.4026195, 1.1423115, -0.6648402], [-0.9147701, -0.9376935, -1.2522088], [1.6216763, 0.6700234, -1.1369687]], [[1.9954007, -0.6780239, 1.0478078], [0.9325624, -0.25329858, 0.69152683], [-0.872191, 0.91908604, -1.1878178], [-1.4869725, -0.48477829, 0.82053953], [0.85521567, -0.88321394, -1.8688405], [0.20598914, 0.99949837, -1.8467271]], [[-1.4372619, -0.1712682, -1.220428], [-0.4618832, -1.2842602, 0.8116524], [1.114743, 1.819029, -1.8780254], [-1.4529884, 1.5075431, 0.7708198], [0.7536182, -1.9291536, 1.9867289], [-0.7324085, -1.7818, -1.5627549]], [[-1.4232924, 0.5928077, -0.34444562], [-0.787273, -1.3314142, -0.89432305], [1.2353176, -0.528103, -1.968662], [1.9889842, 1.831027, -0.5100034], [0.5929878, -1.6310656, 0.2859602], [-1.7901963, -1.0578147, 1.7641821]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_outside_min_f32() -> (tensor<2x6x3x3xf32>) {
  %0 = weft.constant dense<[[[[0x7F800000, 0x7F800000, 0x7F800000], [0x7F800000, 0x7F800000, 0x7F800000], [0x7F800000, 0x7F800000, 0x7F800000]], [[0.9838457, 0.8012711, -0.15037116], [-1.3818618, -1.873124, -1.7529523], [1.1043874, -0.571032, -0.77665836]], [[-1.1090463, -1.9421135, -1.4795307], [-1.933621, -0.33486053, -1.5634638], [-1.2860436, -1.4575948, -0.8497207]], [[-1.7642219, -0.8928624, -1.0942892], [0.22930142, -1.2447559, -0.8001646], [-1.818621, -1.2598146, -1.5333172]], [[-1.8317246, -0.056265086, 0.09904453], [-1.099649, -1.9193658, -0.40643454], [-1.9424516, -0.80910444, -0.7787216]], [[0x7F800000, 0x7F800000, 0x7F800000], [0x7F800000, 0x7F800000, 0x7F800000], [0x7F800000, 0x7F800000, 0x7F800000]]], [[[0x7F800000, 0x7F800000, 0x7F800000], [0x7F800000, 0x7F800000, 0x7F800000], [0x7F800000, 0x7F800000, 0x7F800000]], [[-1.4782127, -1.6123346, 0.7597949], [0.36316934, -1.710387, -0.29855746], [0.256094, -1.3936021, -1.6829611]], [[-1.8931988, -0.25675374, 0.3497007], [-0.32599756, -1.2091442, -1.7453154], [-1.605794, -1.9097258, -1.7394581]], [[-0.71533144, -1.5315293, -1.47974], [-1.4869725, -0.48477829, -1.4719741], [-0.9147701, -0.9376935, -1.8688405]], [[-1.4372619, -1.3314142, -1.220428], [-1.4529884, -0.528103, -1.968662], [-1.7901963, -1.9291536, -1.5627549]], [[0x7F800000, 0x7F800000, 0x7F800000], [0x7F800000, 0x7F800000, 0x7F800000], [0x7F800000, 0x7F800000, 0x7F800000]]]]> : tensor<2x6x3x3xf32>
  weft.return %0 : tensor<2x6x3x3xf32>
}
weft.func @test_window_outside_min_i32(%a0: tensor<1x7x6x2xi32>) -> (tensor<1x6x3x2xi32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<1x7x6x2xi32>) -> (tensor<1x6x3x2xi32>)
  weft.return %r0 : tensor<1x6x3x2xi32>
}
weft.func @inputs_window_outside_min_i32() -> (tensor<1x7x6x2xi32>) {
  %0 = weft.constant dense<[[[[-1, -7], [-3, 0], [-8, 1], [-7, -5], [1, 8], [1, 0]], [[-1, -8], [1, 4], [1, -1], [6, -6], [1, -3], [-5, 1]], [[-2, -1], [7, -2], [-9, -9], [7, -8], [3, -2], [-5, 8]], [[2, -6], [-6, -5], [-9, -1], [4, -4], [-4, 6], [-1, 4]], [[0, 3], [4, -7], [2, -3], [-4, 5], [-8, 1], [-1, -7]], [[-6, 6], [5, 7], [3, 4], [-4, 1], [-9, -7], [2, -3]], [[-9, -2], [-9, 1], [0, 0], [0, -7], [0, 1], [0, 5]]]]> : tensor<1x7x6x2xi32>
  weft.return %0 : tensor<1x7x6x2xi32>
}
weft.func @expected_window_outside_min_i32() -> (tensor<1x6x3x2xi32>) {
  %0 = weft.constant dense<[[[[2147483647, 2147483647], [2147483647, 2147483647], [2147483647, 2147483647]], [[-3, -7], [-8, -5], [1, 0]], [[-2, -8], [-9, -9], [-5, -3]], [[-6, -7], [-9, -4], [-8, -7]], [[-9, -2], [-4, -7], [-9, -7]], [[2147483647, 2147483647], [2147483647, 2147483647], [2147483647, 2147483647]]]]> : tensor<1x6x3x2xi32>
  weft.return %0 : tensor<1x6x3x2xi32>
}
weft.func @test_window_outside_sum_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x3x3xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x3x3xf32>)
  weft.return %r0 : tensor<2x6x3x3xf32>
}
weft.func @test_window_outside_sum_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_outside_sum_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-1.1513498, -1.7083539, -0.43387488], [-0.43622983, 1.7050397, -0.934046], [1.0976659, 1.2931215, -1.4720366], [1.6349618, 0.30035114, 1.4510584], [1.15822, -0.05105776, 1.3871768], [-0.69094086, -0.71412516, 0.3904816]], [[-0.4961962, -1.1583065, 1.2278616], [1.2494025, -1.6693434, 0.8274298], [1.676319, 1.2482512, -1.4142532], [-1.6503841, -0.2194226, 1.5805295], [1.6477714, -1.8963614, 1.5992823], [0.5803332, 0.63224155, -1.0505848]], [[0.5090828, 1.7607131, 0.32889906], [1.6530004, 0.7539886, -1.0452265], [-0.5948471, -0.96385574, -0.80528027], [0.6738677, -0.039820187, 1.6107522], [-1.2101104, -1.4773844, -1.6457058], [-1.005173, 0.8593914, -1.3373402]], [[0.5576763, 1.6482972, 0.505036], [-1.1733522, 1.0511178, 1.355235], [0.10903637, -0.46832368, 0.4247954], [-1.6071384, 0.6387184, -1.0904307], [0.5477925, -0.75731075, -0.5148506], [1.7140732, -0.63516414, 1.1519985]], [[-1.5873028, 0.76599014, -1.6913185], [0.026727272, 1.5500846, -0.92401284], [-0.87637985, 1.664153, -0.2813373], [0.53463775, 0.85642916, 0.89876336], [1.8548194, 1.8144535, -1.6927861], [-1.7926952, 0.97679484, -1.1909723]], [[0.8048925, -1.5417545, -0.16143067], [-0.2621134, -0.25456905, 0.22203262], [-1.4846212, -0.21171188, 1.963022], [-1.7586831, 1.165207, 0.2745426], [-1.255939, 0.6790019, -0.63656086], [-0.07448623, -1.1389081, 1.9869636]], [[1.7307789, 0.017139377, -0.08161082], [-0.4272076, 0.31018466, 0.521138], [1.0330493, -1.4169205, 1.6481565], [-1.7015524, 1.7360606, -1.1319468], [-0.050997607, 1.3542565, -0.5849857], [-1.5828277, 0.72003615, 0.9117983]]], [[[-0.37220216, 0.635532, 1.3639005], [-1.9891671, 0.59814656, 0.49265733], [-0.18521367, -1.2013354, -0.6425504], [-0.36670935, 1.2643342, 0.9639427], [0.038676187, -0.7890556, 1.4877365], [-1.8428279, -0.55549985, -0.6613725]], [[-0.06253803, -1.8205167, -0.2981571], [-1.4252772, -1.7591063, 1.9714897], [1.3348211, -0.6566521, 0.6052983], [-1.046324, 1.5476072, 0.5516471], [-0.24654688, -0.8469395, -0.23802596], [0.99756527, 1.1153266, -1.7807368]], [[1.8858634, 0.089014456, 1.6140563], [-1.7741735, 1.4398271, 0.3611631], [-1.6214582, -1.9956129, -1.045559], [1.6598024, 0.62849915, -0.69124204], [-0.78626084, 0.8771858, -0.40595964], [-1.6483059, 0.5570828, 0.034406573]], [[1.4959434, -1.6090934, 0.64595705], [1.0928853, 0.017477406, 1.1986816], [1.5470039, 0.94238174, -1.2118776], [-1.5044988, 0.18722652, 1.9269235], [1.8250984, -0.16976576, 0.48780012], [-0.7531559, 0.54825187, -1.9266167]], [[1.5883851, 1.6308572, 0.7366788], [-1.4333106, -0.8769087, 1.4622748], [-0.7858699, 1.1678149, 1.4358801], [0.8450934, -0.7989981, 0.48662275], [1.4296696, 0.8735721, 1.2766856], [1.4983205, 0.12533092, 0.69488376]], [[0.26502448, 1.9276046, -1.6258384], [-1.8934988, 1.1864313, 1.0953119], [0.45669582, -1.9543407, -0.7784851], [1.3717992, -1.3973958, -1.8990989], [1.9156121, 0.17804122, -1.5310775], [-0.52184606, 1.3992953, 1.3852013]], [[-0.9688773, 1.0817302, -0.64310104], [-1.2584344, 0.29808825, -0.5003177], [1.103515, 1.5613501, 1.8970426], [1.0156094, -0.5702034, -0.61418134], [-1.2474055, -0.13021679, 0.97499657], [-1.8084788, -1.5462525, 0.7702424]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_outside_sum_f32() -> (tensor<2x6x3x3xf32>) {
  %0 = weft.constant dense<[[[[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]], [[-1.5875796, -0.0033141375, -1.3679209], [2.7326279, 1.5934726, -0.020978212], [0.4672792, -0.7651829, 1.7776583]], [[2.9152894, -0.3129481, 1.338964], [0.104955554, 0.025152676, 0.9717482], [0.012821138, -1.8821129, -2.4343486]], [[-2.1762514, 5.0154896, -0.7550604], [-1.8398441, 2.6909769, -0.04820928], [2.3239899, 1.3987734, -2.2466106]], [[1.8463504, -1.4689995, 0.50012916], [-3.9118073, 1.2726352, 2.7537744], [-2.9642506, 1.6143864, 1.6772153]], [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]], [[[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]], [[-2.3613691, 1.2336786, 1.8565578], [-0.55192304, 0.06299877, 0.3213923], [-1.8041518, -1.3445554, 0.826364]], [[-1.3761253, -2.0507815, 3.648552], [0.32684135, -0.47615862, -0.5798557], [-1.6835483, 1.7026558, -2.3903158]], [[2.7439032, -0.8376675, 4.0435925], [0.10172856, 1.498425, 2.6375487], [3.9999325, 1.3773892, 0.5327528]], [[-3.855786, 4.4938545, -1.6739452], [3.9476194, -2.36059, -1.3947227], [-1.6621183, -0.09913273, 1.5993629]], [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]]]> : tensor<2x6x3x3xf32>
  weft.return %0 : tensor<2x6x3x3xf32>
}
weft.func @test_window_outside_sum_i32(%a0: tensor<1x7x6x2xi32>) -> (tensor<1x6x3x2xi32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<1x7x6x2xi32>) -> (tensor<1x6x3x2xi32>)
  weft.return %r0 : tensor<1x6x3x2xi32>
}
weft.func @inputs_window_outside_sum_i32() -> (tensor<1x7x6x2xi32>) {
  %0 = weft.constant dense<[[[[4, -5], [-3, 0], [4, 0], [6, -6], [-9, 6], [-1, -1]], [[5, -9], [-3, 6], [2, 4], [-9, -7], [2, 5], [3, -7]], [[-5, -1], [-2, 3], [8, 8], [-3, 8], [1, 6], [1, 7]], [[1, -7], [7, -9], [-7, -7], [3, 3], [-9, -9], [-9, -6]], [[-5, -9], [-3, 2], [3, 3], [-1, -5], [6, -5], [-8, 8]], [[3, -2], [1, -5], [4, 3], [5, 3], [-2, 0], [3, -8]], [[-5, -5], [2, 5], [0, -4], [3, -7], [-2, -4], [0, 4]]]]> : tensor<1x7x6x2xi32>
  weft.return %0 : tensor<1x7x6x2xi32>
}
weft.func @expected_window_outside_sum_i32() -> (tensor<1x6x3x2xi32>) {
  %0 = weft.constant dense<[[[[0, 0], [0, 0], [0, 0]], [[1, -5], [10, -6], [-10, 5]], [[-5, -1], [-2, 13], [7, 11]], [[0, -23], [-2, -6], [-20, -12]], [[1, -7], [12, -5], [-1, -8]], [[0, 0], [0, 0], [0, 0]]]]> : tensor<1x6x3x2xi32>
  weft.return %0 : tensor<1x6x3x2xi32>
}
weft.func @test_window_outside_mean_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x6x3x3xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<2x7x6x3xf32>) -> (tensor<2x6x3x3xf32>)
  weft.return %r0 : tensor<2x6x3x3xf32>
}
weft.func @test_window_outside_mean_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_outside_mean_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[1.6395731, 1.4980075, 1.5571303], [1.5802557, 1.8746094, 1.3950031], [0.50624716, -0.8016572, 1.9918718], [-1.1228061, -0.724529, 1.0602665], [-0.24169758, -1.8320868, 0.19707173], [1.5139567, 0.094856836, 1.0683738]], [[-1.2047892, 1.1285685, -0.6819241], [-0.57230175, 0.9587594, 0.24111012], [-0.27065468, -0.57821774, -0.7555786], [1.5127496, 0.31464234, 1.0813015], [1.8197991, -0.18527062, 0.86236346], [-1.7111155, -0.01251712, 0.71789724]], [[1.0330765, 0.47444624, -0.10084502], [1.7238632, -1.289806, 0.7545768], [-0.43475285, -1.9450701, 1.9864854], [1.0876322, 1.3962438, -1.555464], [1.2890463, -0.21943527, -0.8720615], [0.22416723, 1.3989004, 1.770864]], [[0.025720028, 1.0134132, 1.3336294], [0.57848054, 1.9491718, -0.16466965], [-1.5925854, -0.2157389, 0.10173575], [1.0345615, 1.3240873, -1.8216779], [-1.0502772, -1.3767824, 1.6335945], [-1.5943012, 1.4722458, -1.2320094]], [[1.4692049, 0.03133583, 1.2079852], [1.8099904, 1.9490547, -1.6727614], [1.5305804, 0.98012763, -0.5815107], [-1.1676705, 0.6000633, 0.78841007], [-1.4546121, 0.91560423, 0.21019897], [0.72837514, 1.323762, -0.1524322]], [[1.6994708, 0.29120076, -0.92009443], [-0.51969784, -0.8164574, 1.7686894], [0.6232982, 0.16119759, 1.6626515], [0.42043424, 0.036405545, -0.21372145], [1.4704458, 0.06953038, -0.5247165], [-1.193586, -0.82450336, 1.1106955]], [[-1.1695884, 1.4068986, 1.2347972], [-1.0359265, -1.541723, 1.3818078], [0.33290038, 1.3831389, 1.7662472], [-1.2744894, 0.60755265, -0.98409265], [-0.015894301, -1.51648, 1.1958443], [-0.44161674, -1.416571, -1.520365]]], [[[-0.3322322, -0.77562773, 0.8158493], [-1.3052754, -0.7736, 1.7060918], [-0.610369, -1.4903828, -1.2406117], [1.6091901, -1.3562887, -1.1638259], [0.32078266, -0.53664017, -1.8181663], [-0.33756018, -1.1426541, -0.36320657]], [[0.2916505, -0.027219046, -1.5036266], [0.68994254, -1.1630275, 1.2335453], [0.00064266403, -1.8426651, 1.9743072], [-1.0195912, -1.9758192, 1.3912168], [-0.29019836, -0.51463735, 1.0396683], [1.997784, -1.4381722, 1.1811564]], [[1.9294145, 1.7403554, -0.77697587], [-1.7986075, 0.027495094, 0.4789998], [-1.0556251, 0.38445303, -1.8728719], [1.4335476, -0.5808565, -1.8002434], [-0.9213235, 1.5653149, -1.2320153], [-0.9737365, -0.6457522, -0.2605787]], [[-1.252293, -1.092247, 1.1768636], [0.40118575, -1.1445836, 1.9191996], [-0.63485867, 0.18844803, 0.55260557], [1.9190142, 0.777556, 1.4222589], [-0.38945544, -0.7867144, 1.0402535], [0.43444687, -0.23188938, -1.5880145]], [[-0.19938447, -1.6956363, 0.9096385], [-1.0906048, 0.11051118, -0.10344828], [-1.9753476, 1.858417, -1.1961895], [0.94545245, 1.6957946, -0.100825295], [-0.6960616, -1.6672028, -0.80298245], [-0.18151738, -0.40804905, -1.127256]], [[0.46602494, 1.1111882, -0.4255354], [-1.0721503, -0.8072496, -1.2095053], [1.8425448, 1.4525783, -1.6870818], [-1.5015808, 1.2850597, -0.057154767], [-0.73267657, 1.7070004, -0.37591887], [-0.28860307, 1.4715718, 0.95372045]], [[0.15512103, -1.906521, 0.040942725], [1.3106053, 0.11403006, -1.3313761], [0.4760876, 1.0997826, 0.070005246], [-0.019928837, 1.1643509, -0.65851223], [-0.843848, -0.38048327, -0.6098829], [0.6633501, 1.0360816, 0.05346078]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_outside_mean_f32() -> (tensor<2x6x3x3xf32>) {
  %0 = weft.constant dense<[[[[0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000]], [[1.6099144, 1.6863084, 1.4760667], [-0.30827945, -0.7630931, 1.5260692], [0.63612956, -0.868615, 0.63272274]], [[0.24496222, 0.31799203, 0.05322945], [0.47374356, -0.20310044, 0.18918605], [0.40547428, 0.24541934, 0.6197658]], [[0.970849, 1.2357439, 0.17604586], [-0.048778504, 0.6721348, -0.3782607], [-0.8427039, 0.58370745, 0.11483797]], [[-0.2564355, -0.16502026, 0.8663], [0.02553586, 0.54707366, 0.55777115], [-0.04516282, -0.922006, 0.06536457]], [[0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000]]], [[[0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000]], [[-0.81875384, -0.77461386, 1.2609706], [0.49941054, -1.4233358, -1.2022188], [-0.008388758, -0.8396471, -1.0906864]], [[0.2781, 0.14440097, -0.14201434], [-0.1602565, -1.003722, -0.07689783], [-0.046868585, -0.25831172, 0.1820577]], [[-0.53527415, -0.9554889, 0.97556335], [0.06356509, 1.1300539, 0.1694624], [-0.20814689, -0.7734639, -0.61949986]], [[0.21490023, -0.37213808, -0.73136854], [0.19928068, 1.2504429, -0.5831859], [-0.30044436, 0.9585426, 0.0053448686]], [[0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000]]]]> : tensor<2x6x3x3xf32>
  weft.return %0 : tensor<2x6x3x3xf32>
}
weft.func @test_window_outside_mean_i32(%a0: tensor<1x7x6x2xi32>) -> (tensor<1x6x3x2xi32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 3, 0, 2, 0>} : (tensor<1x7x6x2xi32>) -> (tensor<1x6x3x2xi32>)
  weft.return %r0 : tensor<1x6x3x2xi32>
}
weft.func @inputs_window_outside_mean_i32() -> (tensor<1x7x6x2xi32>) {
  %0 = weft.constant dense<[[[[-8, 7], [7, 6], [7, 6], [2, 4], [-2, 8], [-4, -4]], [[-2, 3], [-2, -2], [8, -2], [7, 8], [-4, 0], [-8, 1]], [[-8, -7], [5, 5], [1, -4], [-7, -2], [8, -5], [4, 2]], [[2, -5], [0, 1], [8, -2], [-6, 1], [-6, 6], [8, -1]], [[-9, 1], [7, 1], [-6, -6], [-1, 6], [5, 0], [7, 6]], [[6, -9], [-8, 0], [8, -4], [-1, -8], [-1, 8], [5, 3]], [[2, 6], [-4, 1], [-3, -3], [8, -1], [-2, -8], [-9, 2]]]]> : tensor<1x7x6x2xi32>
  weft.return %0 : tensor<1x7x6x2xi32>
}
weft.func @expected_window_outside_mean_i32() -> (tensor<1x6x3x2xi32>) {
  %0 = weft.constant dense<[[[[0, 0], [0, 0], [0, 0]], [[0, 6], [4, 5], [-3, 2]], [[-1, 0], [2, 0], [0, 0]], [[0, 0], [-1, 0], [3, 2]], [[-1, 0], [3, -4], [-1, 1]], [[0, 0], [0, 0], [0, 0]]]]> : tensor<1x6x3x2xi32>
  weft.return %0 : tensor<1x6x3x2xi32>
}
weft.func @test_window_crop_max_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x5x3x3xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: -1, 0, 0, -2>} : (tensor<2x7x6x3xf32>) -> (tensor<2x5x3x3xf32>)
  weft.return %r0 : tensor<2x5x3x3xf32>
}
weft.func @test_window_crop_max_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window max %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: -1, 0, 0, -2>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_crop_max_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[0.6798509, 0.19532315, 1.022445], [-0.7920718, 1.5961022, 0.6923746], [-1.0581012, 0.7005435, 0.7841673], [1.6415703, -0.07416853, -1.0607152], [-1.4458002, -0.66717166, -0.3004222], [0.9872577, -1.7549472, -1.5574231]], [[0.9732552, -1.2006063, -1.9022299], [-1.6460743, 0.6018203, 0.35730422], [1.7281573, -1.4234957, 0.65577585], [-1.7249762, 1.2606404, 0.032597233], [-1.7885927, -1.9861557, 1.8000327], [-0.09402279, 1.6716595, -1.4674768]], [[-0.10068447, 0.776265, -1.7593919], [0.2439622, 1.853282, -0.99022317], [-0.9763085, -0.99023, 0.098885834], [-0.66549915, 0.3644256, 1.8734993], [-1.654618, 1.7637622, 1.1177484], [0.52013975, -0.5253348, 1.0589027]], [[-1.436479, -1.9176828, 0.2954777], [-1.1532769, -0.90748256, -0.7768566], [-0.6544759, 0.27614668, 1.4686185], [1.612042, 0.082450144, -1.3914319], [-0.5981, 1.8669145, -1.5064409], [1.2104833, 0.29778793, 1.0857859]], [[1.1976886, 0.25143886, 1.2807381], [1.2314447, 1.3511235, 1.5151576], [-1.4065105, -0.0714728, 1.9613036], [-0.8582404, -0.6803087, 1.3937141], [1.0893697, 1.2003275, 1.3961952], [1.9887621, -1.3697, 0.12868778]], [[-0.36098805, -0.3979037, 1.3912747], [1.9643599, 0.79261243, -1.9054664], [-0.3377961, 1.7956232, 0.09030146], [-1.1080551, -1.5018252, -1.217081], [-1.6483929, 1.2757862, 0.6919203], [0.52637374, 1.1003323, -0.15004706]], [[1.140674, 1.2125293, 0.7183947], [-1.2556652, 1.853634, -0.019549027], [0.9092244, -0.9267671, -1.5525523], [-1.7832754, -1.759946, 1.9035585], [-1.6557299, -1.4322146, 1.6253637], [-1.9650916, 1.3148723, 1.1111926]]], [[[1.6496409, 0.574347, -0.9838737], [1.9676296, 1.102409, -0.93939215], [-0.90231895, 1.065041, 0.20554876], [1.5694609, -0.56605715, -1.2157695], [0.97625494, -1.7500114, -0.7765632], [-0.33067405, 0.2420228, 0.06826991]], [[1.5556748, 1.3152833, -1.3404185], [-1.4258934, 0.63875425, -0.49937737], [1.923642, -0.8009531, -1.2026151], [-0.62165934, 0.8165616, 0.27219617], [-1.0051103, 1.6366788, 1.7392143], [1.2400025, -0.80751556, -1.7674524]], [[0.5819191, 0.6475018, 1.584732], [-1.9012476, -1.0589745, 1.7390084], [1.9847428, -0.6267408, 1.475213], [1.2850543, -1.5526205, 1.0720397], [-0.38108188, -0.70182836, 0.8479095], [-0.2787311, 1.5348191, -0.8744042]], [[-1.0278562, -1.6897864, 1.4017777], [-0.4775946, -1.7539759, 1.9080174], [-1.3787245, -1.1194779, 0.7043194], [1.883625, 1.8623352, 1.958573], [-0.63024867, -0.5902556, -1.7583913], [1.0831368, 1.4393824, -1.9106717]], [[-0.68713063, 1.563469, -0.34981647], [1.1720728, -0.32937574, 1.8535999], [-1.6447132, 0.9329262, 1.7605782], [1.1773652, 1.3994352, -0.7334307], [0.19620454, 0.0124473935, -1.8664418], [1.1691844, -1.7384952, -1.0964965]], [[-0.8512765, 1.7404102, 1.6472237], [-0.6225089, -0.52085555, -1.2807134], [-0.886784, -1.6699175, 1.6597137], [-0.6263601, -1.1882285, -1.6336179], [-1.4160634, -1.8619547, -0.368189], [1.2977335, 1.681151, -1.026197]], [[-1.5552574, -0.49361888, -1.9169029], [1.2496382, -0.7731649, -0.78059804], [1.5248828, 1.7420886, 1.6219031], [0.03206576, -0.6586875, -1.6737571], [1.8224258, -1.855997, 1.2961329], [1.417757, 1.246926, 1.3938806]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_crop_max_f32() -> (tensor<2x5x3x3xf32>) {
  %0 = weft.constant dense<[[[[0.9732552, 1.853282, 0.35730422], [1.7281573, 1.853282, 0.65577585], [1.7281573, 1.2606404, 1.8734993]], [[0.2439622, 1.853282, 0.2954777], [0.2439622, 1.853282, 1.4686185], [1.612042, 0.3644256, 1.8734993]], [[1.2314447, 1.3511235, 1.5151576], [1.2314447, 1.3511235, 1.9613036], [1.612042, 0.27614668, 1.9613036]], [[1.9643599, 1.3511235, 1.5151576], [1.9643599, 1.7956232, 1.9613036], [-0.3377961, 1.7956232, 1.9613036]], [[1.9643599, 1.853634, 1.3912747], [1.9643599, 1.853634, 0.09030146], [0.9092244, 1.7956232, 1.9035585]]], [[[1.5556748, 1.3152833, 1.7390084], [1.9847428, 0.63875425, 1.7390084], [1.9847428, 0.8165616, 1.475213]], [[0.5819191, 0.6475018, 1.9080174], [1.9847428, -0.6267408, 1.9080174], [1.9847428, 1.8623352, 1.958573]], [[1.1720728, 1.563469, 1.9080174], [1.1720728, 0.9329262, 1.9080174], [1.883625, 1.8623352, 1.958573]], [[1.1720728, 1.7404102, 1.8535999], [1.1720728, 0.9329262, 1.8535999], [1.1773652, 1.3994352, 1.7605782]], [[1.2496382, 1.7404102, 1.6472237], [1.5248828, 1.7420886, 1.6597137], [1.5248828, 1.7420886, 1.6597137]]]]> : tensor<2x5x3x3xf32>
  weft.return %0 : tensor<2x5x3x3xf32>
}
weft.func @test_window_crop_min_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x5x3x3xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: -1, 0, 0, -2>} : (tensor<2x7x6x3xf32>) -> (tensor<2x5x3x3xf32>)
  weft.return %r0 : tensor<2x5x3x3xf32>
}
weft.func @test_window_crop_min_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window min %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: -1, 0, 0, -2>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_crop_min_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-0.293056, 1.4577208, -0.5566842], [1.7708144, -1.7992071, 1.4603062], [-0.491025, 0.30257356, -1.8570187], [-1.9503492, -1.5945213, -1.0948662], [-0.7925401, 0.5638265, -0.30257252], [0.46816155, -0.9084778, -1.5857451]], [[1.0497655, 0.36014274, 1.4927162], [1.6688942, -0.15325013, -1.2141541], [-1.3095582, -0.20431916, -0.8282046], [0.84580535, -0.13396685, 0.31657666], [-0.61634386, 1.1102247, 0.061222598], [1.4034114, -0.110615596, 1.3947625]], [[1.272393, -0.8638986, -0.82159066], [1.9563346, -0.37730938, 0.5085928], [1.6366445, 0.15420814, -1.7327982], [-0.3629195, 0.117233224, 1.7847918], [1.7606959, -0.905691, -1.5500824], [-0.017466743, -0.32636857, 1.0290945]], [[-0.06691665, -1.3626606, -0.4039787], [-1.2434729, 1.1565639, 0.11327445], [1.0067544, -1.4900048, 1.9992005], [-0.23074658, 0.50018007, 1.1553344], [0.8107161, 1.7548527, -1.396468], [1.0049748, 1.8257413, 1.1395224]], [[1.2518059, -1.4976193, -1.0041757], [1.9383104, -0.66791403, 0.54600585], [0.30358684, 1.954385, -0.6587911], [-0.99859107, -0.014827896, 1.242221], [-0.9864967, -1.6316676, -1.1612759], [0.8828732, -1.5994285, 0.36669976]], [[1.8851935, 1.5620292, -0.95233077], [-1.9512954, -1.8833053, 1.1676649], [1.236873, -1.501672, 0.56523675], [-1.1910176, -0.7274485, 0.18343218], [1.8500031, -1.7737533, 0.86312675], [1.5273318, -0.14237417, 1.6465434]], [[-0.47063905, -1.8674968, -0.33283132], [-0.035553254, 0.42190456, -1.7856312], [-1.8217613, -1.4834447, -1.4213381], [-1.1538676, 0.5125104, -0.572414], [1.4829886, 1.5027184, 1.5716943], [1.4000385, 1.990337, 0.19945684]]], [[[-0.42273882, -0.2761354, -1.5655795], [-1.3558832, 1.8526342, 0.8322378], [1.5231246, 1.5400146, 1.3272841], [-0.52397853, -1.8049471, -0.25744653], [1.922826, -1.5149605, 0.14940384], [-1.3386033, 1.261034, 1.3784789]], [[-1.5426476, 0.52968705, 1.9671049], [-0.7281696, -0.0048643094, -0.25341597], [-0.4676393, 0.0046618106, -1.2062666], [0.021343732, -0.22130845, 1.7731076], [-0.44900173, 1.6398112, 0.8306328], [1.6809272, 1.7950206, 1.4873813]], [[-0.1084687, 0.71276855, -1.3129443], [1.808771, 1.4033214, -0.08842117], [1.2320685, 0.5314842, -1.7525127], [-0.7693173, -1.7742064, 0.568599], [1.4152348, -1.4052926, -1.5344143], [-1.7441255, 0.0562753, 1.8956307]], [[1.7889665, 0.64622283, -0.6747396], [1.5084785, -1.9174055, -0.037558243], [0.33038175, 1.964082, -0.6227744], [1.9318047, -0.4525133, 1.8159004], [0.34870586, -0.70540607, 0.1844539], [0.45953694, -0.4067501, -1.4642329]], [[-1.9020227, 0.113644086, 1.8068101], [-1.5405173, -0.9098182, 0.21787173], [-1.2123303, -0.2118237, 1.4831474], [-0.25697592, 1.2795048, 1.7276202], [1.6060598, -0.4715409, 0.8885198], [-0.526509, 1.1088196, 0.5854179]], [[0.71782744, -0.9457424, -0.7261989], [1.6751059, 1.1999942, -0.6455112], [0.8492553, -1.6628355, -0.7837403], [-0.3390666, 0.24538732, 0.73659253], [-1.6989529, -0.25948438, -1.1672384], [1.8947705, -1.8064157, -0.72405124]], [[-0.9672746, -1.4854245, -0.9106921], [-1.2155099, 0.4146809, 0.2282442], [0.6803355, 1.9841754, -0.4760365], [1.3808591, 0.75338936, 1.1176798], [0.73778605, -1.8005784, 1.7466376], [0.43506542, 1.8814938, 1.7286961]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_crop_min_f32() -> (tensor<2x5x3x3xf32>) {
  %0 = weft.constant dense<[[[[1.0497655, -0.8638986, -1.2141541], [-1.3095582, -0.37730938, -1.7327982], [-1.3095582, -0.20431916, -1.7327982]], [[-1.2434729, -1.3626606, -0.82159066], [-1.2434729, -1.4900048, -1.7327982], [-0.3629195, -1.4900048, -1.7327982]], [[-1.2434729, -1.4976193, -1.0041757], [-1.2434729, -1.4900048, -0.6587911], [-0.99859107, -1.4900048, -0.6587911]], [[-1.9512954, -1.8833053, -1.0041757], [-1.9512954, -1.8833053, -0.6587911], [-1.1910176, -1.501672, -0.6587911]], [[-1.9512954, -1.8833053, -1.7856312], [-1.9512954, -1.8833053, -1.7856312], [-1.8217613, -1.501672, -1.4213381]]], [[[-1.5426476, -0.0048643094, -1.3129443], [-0.7281696, -0.0048643094, -1.7525127], [-0.7693173, -1.7742064, -1.7525127]], [[-0.1084687, -1.9174055, -1.3129443], [0.33038175, -1.9174055, -1.7525127], [-0.7693173, -1.7742064, -1.7525127]], [[-1.9020227, -1.9174055, -0.6747396], [-1.5405173, -1.9174055, -0.6227744], [-1.2123303, -0.4525133, -0.6227744]], [[-1.9020227, -0.9457424, -0.7261989], [-1.5405173, -1.6628355, -0.7837403], [-1.2123303, -1.6628355, -0.7837403]], [[-1.2155099, -1.4854245, -0.9106921], [-1.2155099, -1.6628355, -0.7837403], [-0.3390666, -1.6628355, -0.7837403]]]]> : tensor<2x5x3x3xf32>
  weft.return %0 : tensor<2x5x3x3xf32>
}
weft.func @test_window_crop_sum_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x5x3x3xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: -1, 0, 0, -2>} : (tensor<2x7x6x3xf32>) -> (tensor<2x5x3x3xf32>)
  weft.return %r0 : tensor<2x5x3x3xf32>
}
weft.func @test_window_crop_sum_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window sum %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: -1, 0, 0, -2>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_crop_sum_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-1.8059071, -0.9270697, -0.117892966], [1.3906499, -1.4001786, 0.39526004], [-1.1241605, -0.4089007, -0.77295494], [-1.5026425, 1.5388932, 0.6670482], [1.69333, -1.2902132, 0.5906522], [0.235252, 1.5550998, -1.2449715]], [[-1.0828397, -0.39036584, 1.9677097], [-1.1616476, 0.019560182, -0.88245916], [-1.8319764, 1.3491715, -0.25135648], [-0.53986377, 1.549311, 0.5849538], [1.8023242, -1.3371701, 1.0933961], [-1.4481221, 1.0699744, -0.20255043]], [[1.5768682, -0.5568536, 1.2384748], [-0.6086197, -1.6799735, 0.45463562], [-1.0787724, 1.0631943, 1.1223733], [-0.49444866, -1.291938, 1.2490771], [1.6808943, 1.7510201, 1.0890901], [-1.1908598, 1.4661841, -0.4134577]], [[-0.008491677, -0.9766255, 1.0307336], [1.8861552, -0.5313568, -1.2297608], [-0.09187436, -1.2406294, -1.418257], [-0.10807628, -0.20631805, -1.9517008], [1.8324527, 1.9699711, 1.293222], [-0.7841319, 0.54832417, 1.697081]], [[1.2039682, 1.8946887, 0.95114106], [-0.70567673, -0.88384557, -1.0583059], [1.8911065, -0.41825846, 0.3747485], [1.0470735, -1.8374847, -0.89980376], [1.5961605, -0.21570823, -0.81541127], [0.5861722, -1.1451343, 1.0311409]], [[0.6355882, 1.5675884, -1.2020204], [-1.4319593, 0.77680445, 0.23263432], [1.6844234, 1.7461898, 1.6638043], [-1.8585025, 0.9364447, 1.188583], [0.67623496, -1.0287399, -0.36532396], [-0.15154928, -1.4715251, 0.50739086]], [[-1.1388366, -1.0928836, 0.60315555], [-0.558365, 1.3118877, -1.9658178], [1.8133802, 0.78790754, -0.7424368], [-0.36071888, 1.5290223, 1.7946573], [-0.8253495, 0.6478216, -0.10133054], [0.89081615, 1.0281556, -0.29236966]]], [[[-1.4119792, -1.4853086, 1.3189571], [-0.17989403, 1.3336645, 1.335251], [0.9121424, -1.3061261, 1.9646568], [-0.32982212, 1.8755783, -1.9457278], [1.0474212, 1.5253484, 1.3456792], [0.6047799, 1.9902071, -1.0270908]], [[-0.20252961, -1.0705518, 1.2260184], [0.23305441, 1.1196743, -1.7005502], [-1.8187162, -1.6702623, 1.4352955], [0.13010186, -1.7529333, -1.7759858], [0.9368134, -1.2809404, 0.6818596], [-1.2216729, 1.6064174, -0.6533902]], [[1.0533142, -0.76940864, -1.9694531], [-1.3572562, 1.2015224, -0.61268955], [0.8080611, -1.2533652, -0.23385145], [0.20234725, 1.0387273, 1.7336125], [-0.5322443, -0.82039165, -1.1348914], [0.7699612, 0.6922354, -0.90937304]], [[-1.1926527, -1.6063966, -1.5175339], [1.0606616, 1.1903142, -0.11167933], [1.0798353, 0.12354224, 0.41214442], [1.4894316, -0.1523476, 0.11377475], [1.972184, 1.9565101, 0.45524156], [-0.008613129, -1.9367516, -0.17343442]], [[-0.8478555, -0.21317488, -1.0602518], [1.9480674, -1.0648053, 0.6490365], [-1.8888583, -0.36700755, 1.9770769], [-0.46284312, -1.626769, 0.71240884], [1.4271197, -1.8314452, 0.4722978], [-1.6676775, 1.1782326, 0.4362578]], [[1.2908938, 1.7880309, 0.9839626], [1.1980213, -0.272612, -0.73548025], [1.7402333, -0.74481463, 1.5163902], [-0.14825474, -1.9079012, 0.3842548], [1.0055171, -1.9008045, 1.9562747], [-0.649926, -0.17022885, 0.97669446]], [[0.32778373, -0.11018095, 1.8653904], [-1.4740506, 0.8732617, -1.9414353], [1.0742649, 0.85794145, -0.35818765], [-0.34547892, 0.28567746, 1.606379], [-1.3770739, -0.45491746, -0.16239382], [-0.5850922, -1.0357363, -0.054435115]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_crop_sum_f32() -> (tensor<2x5x3x3xf32>) {
  %0 = weft.constant dense<[[[[-1.2762388, -2.6076326, 2.7783608], [-4.681016, 0.75195247, 0.44319332], [-3.9450612, 2.6697388, 2.7050476]], [[2.845912, -3.7448094, 1.4940833], [0.10688877, -2.3887653, -1.0710088], [-1.7731718, -1.6756911, -0.9985074]], [[2.375955, -0.49713916, -0.30619198], [2.9797106, -3.0740902, -3.3315752], [2.7382293, -3.7026906, -3.895013]], [[-0.2980796, 3.355236, -1.0765508], [1.4378939, 1.2208903, 1.2128812], [2.764101, 0.42689136, 2.327332]], [[-2.4935727, 2.563397, -2.3320484], [1.5074794, 4.6227894, -0.81181604], [1.2785823, 4.999564, 3.9046078]]], [[[-0.27341717, 0.48123628, -3.0566745], [-2.1348567, -0.6024308, -1.1117958], [-0.67820597, -3.6378336, 1.1590707]], [[-0.4359331, 0.016031325, -4.2113557], [1.5913018, 1.2620136, -0.54607594], [3.5796752, -0.24344322, 2.0256803]], [[0.9682208, -1.6940625, -2.0404286], [2.199706, -0.11795641, 2.9265785], [0.21756548, -2.0225818, 3.215405]], [[3.589127, 0.23743871, -0.16273296], [2.9974637, -2.4492395, 3.4070234], [-0.7597229, -4.6464925, 4.590131]], [[1.3426481, 2.2784996, 0.17243743], [2.5384688, 0.71377647, -1.518713], [2.3207645, -1.5090969, 3.1488364]]]]> : tensor<2x5x3x3xf32>
  weft.return %0 : tensor<2x5x3x3xf32>
}
weft.func @test_window_crop_mean_f32(%a0: tensor<2x7x6x3xf32>) -> (tensor<2x5x3x3xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: -1, 0, 0, -2>} : (tensor<2x7x6x3xf32>) -> (tensor<2x5x3x3xf32>)
  weft.return %r0 : tensor<2x5x3x3xf32>
}
weft.func @test_window_crop_mean_f32.dynamic(%a0: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: -1, 0, 0, -2>} : (tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_window_crop_mean_f32() -> (tensor<2x7x6x3xf32>) {
  %0 = weft.constant dense<[[[[-0.6566825, 0.36143976, -0.26608244], [1.3272969, 1.3441932, 0.17893215], [1.4998677, 0.036152188, -0.5821262], [0.3001223, 1.403905, 0.18105417], [1.2091005, -0.5866607, 0.6642634], [0.25798163, 0.61784756, -0.21776357]], [[-1.4775418, -1.9357787, -1.6508048], [-1.7141926, -0.30181098, -0.49156114], [0.52216905, 1.8203256, -0.3390369], [-0.7005647, 0.47221133, 0.09526297], [-1.7901481, 1.1591882, -0.5915672], [0.18284412, 0.59949726, 1.7245827]], [[-0.7225639, -0.13315228, 1.4861478], [1.7924259, 0.9212432, 1.3065776], [-1.8638244, 0.31076077, -0.78634214], [0.390027, 0.5323249, -0.38630655], [1.4360687, 1.261389, -1.7626729], [1.5579963, 0.9702846, 1.4002764]], [[-0.7784464, -0.37573838, 0.9874858], [1.464919, -0.8257695, 0.724754], [-0.43177605, -0.12210412, -0.04731055], [-0.45511103, 1.5546428, 1.3458667], [-1.8266773, -1.7469943, -1.6778945], [-1.4151303, -1.1402518, -1.2095112]], [[-0.86677676, -0.43977645, 0.8969071], [0.38977653, -1.4995654, 0.69239897], [0.323501, -1.9909151, 1.4760497], [-1.1689827, 0.0031874564, 0.07339102], [-1.7683537, -1.419855, -1.3158306], [1.6847023, 1.5930218, 1.5278394]], [[-1.0112377, -0.33024377, 0.18070455], [-1.7795986, -1.4599733, -0.1036315], [-1.5599798, -0.15500185, 0.121517524], [-1.8785613, 1.1012115, -0.4546937], [-0.09941438, 0.6254488, 1.483827], [-1.363285, -1.28364, 0.53664434]], [[1.558135, -1.1305381, -0.12844975], [-1.8386849, -1.964514, 1.7109888], [1.0529951, 0.7861987, -1.7847638], [0.7987784, 0.8735902, -0.6432986], [1.2345936, 1.9885868, -1.0064921], [-1.8522966, -0.84397036, 0.7081715]]], [[[1.5997949, 1.7674282, 1.2482743], [0.45120215, -1.1571695, -0.72269815], [-1.1639045, 0.3075927, -1.6164033], [1.1817173, 0.58049166, 1.180517], [0.8380991, 0.6613357, -0.7363142], [1.6255496, 1.0563408, -1.5098472]], [[-1.0733016, -1.610976, 0.7076584], [-0.18360075, -1.0590445, 0.8253769], [-1.5546558, 1.9498779, 1.8186057], [-1.60651, 0.71267825, 0.44270542], [-0.7878644, -0.6621593, 1.8260796], [-1.6785585, 1.6035355, -0.036770675]], [[0.20061158, 0.024728136, 1.1430811], [-1.2352824, -1.0702562, -1.5563489], [-0.20214774, -1.8387808, 1.874175], [-0.24227883, -0.5989288, 1.7153268], [1.4326218, -1.1228226, -1.6914965], [0.87556887, -0.5656842, 1.3105493]], [[-0.48547897, -0.79654694, -0.16259229], [-1.8278208, -1.3003561, -1.4012626], [0.8322548, -0.7980042, 1.2610583], [1.7942979, -0.023237346, -1.2521323], [-1.9412944, 1.8480576, -1.5181185], [0.9805903, -1.9217465, 1.6602567]], [[0.23551552, 0.63249487, 0.46660027], [-1.0585465, -1.5269558, 1.339939], [0.21671584, 0.2756971, -1.5508463], [1.7867365, 0.7871044, -0.30721492], [-1.8084449, -0.12002008, 1.9132545], [1.0439377, -1.9093732, 0.99274856]], [[1.4828355, -0.9735023, 1.3676674], [1.8860843, -0.3271485, -1.5868068], [-0.5164527, 1.6223693, -0.14247994], [-0.802881, -0.23013513, 1.330698], [0.43246138, -1.53934, -0.7280483], [-0.8564385, 1.0668188, 0.050698187]], [[-1.7065426, -1.9257911, -0.5426943], [0.2703015, 0.30353728, -0.46078557], [-0.3530115, -0.7890095, -1.3671451], [-0.68507713, 0.6288426, -0.8224056], [1.6279047, 0.24158558, -1.3519943], [-0.1476168, -1.2948846, -1.4740098]]]]> : tensor<2x7x6x3xf32>
  weft.return %0 : tensor<2x7x6x3xf32>
}
weft.func @expected_window_crop_mean_f32() -> (tensor<2x5x3x3xf32>) {
  %0 = weft.constant dense<[[[[-0.5304681, -0.3623747, 0.16258985], [-0.3158555, 0.68762964, -0.07759066], [-0.41304827, 0.7839056, -0.35410565]], [[0.43908364, -0.10335424, 1.1262413], [0.2404361, 0.07103258, 0.2994197], [-0.5901711, 0.56890607, 0.03147686]], [[0.05236809, -0.7852124, 0.82538646], [0.4366051, -1.1095885, 0.711473], [-0.4330922, -0.13879724, 0.7119992]], [[-0.81695914, -0.93238974, 0.41659477], [-0.6565752, -1.2763638, 0.54658365], [-1.0710057, -0.26037946, 0.30406612]], [[-0.7678466, -1.2213173, 0.414903], [-1.031317, -0.69832265, -0.013972256], [-0.3966919, 0.6514996, -0.69030964]]], [[[-0.57289326, -0.9288871, 0.27994186], [-0.79392165, -0.50455093, 0.7404522], [-0.9013981, 0.056211635, 1.4627032]], [[-0.8369926, -0.7856078, -0.4942807], [-0.608249, -1.2518493, 0.04440543], [0.5455316, -0.8147378, 0.89960694]], [[-0.7840827, -0.747841, 0.060671084], [-0.45934916, -0.8374048, -0.08777791], [1.1575012, 0.060389996, -0.4622838]], [[0.6364722, -0.54877794, 0.39685], [0.13195023, 0.010990515, -0.4850485], [0.17102966, 0.6137589, -0.1674608]], [[0.48316967, -0.7307262, -0.3056548], [0.3217304, 0.20243713, -0.88930434], [-0.5893556, 0.3080168, -0.25033313]]]]> : tensor<2x5x3x3xf32>
  weft.return %0 : tensor<2x5x3x3xf32>
}
weft.func @test_window_1d(%a0: tensor<2x9x3xf32>) -> (tensor<2x5x3xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2>, strides = array<i64: 2>, dilations = array<i64: 1>, padding = array<i64: 0, 1>} : (tensor<2x9x3xf32>) -> (tensor<2x5x3xf32>)
  weft.return %r0 : tensor<2x5x3xf32>
}
weft.func @test_window_1d.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2>, strides = array<i64: 2>, dilations = array<i64: 1>, padding = array<i64: 0, 1>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_window_1d() -> (tensor<2x9x3xf32>) {
  %0 = weft.constant dense<[[[-1.5619993, -1.3195436, -1.2468326], [1.8786305, -1.8029473, -0.18982296], [0.59814894, -1.7158937, -0.6914565], [-0.38388312, -0.10349685, 0.71562296], [0.047920648, 0.08985906, -0.8728258], [-1.7853916, 0.64512044, 0.10568874], [0.058069557, 0.31828466, 1.7420495], [1.0290238, -0.03825455, -1.1778395], [-1.3409102, 0.31621605, 1.1255351]], [[0.69528097, 1.0474364, -1.6878527], [-1.6668098, 0.25912216, 1.0874735], [-1.1994452, 1.9540508, -0.11735619], [-1.761371, 0.40799376, 1.9945599], [1.9406404, 1.8976271, -0.22668028], [1.5157398, -0.6522771, 1.4881018], [0.08149568, -0.471548, -1.82849], [-0.43858367, 0.67449534, -1.2608206], [-0.20432402, -1.0117731, -1.3386014]]]> : tensor<2x9x3xf32>
  weft.return %0 : tensor<2x9x3xf32>
}
weft.func @expected_window_1d() -> (tensor<2x5x3xf32>) {
  %0 = weft.constant dense<[[[0.1583156, -1.5612454, -0.71832776], [0.10713291, -0.90969527, 0.012083232], [-0.86873543, 0.36748976, -0.38356853], [0.5435467, 0.14001505, 0.28210497], [-1.3409102, 0.31621605, 1.1255351]], [[-0.4857644, 0.65327924, -0.3001896], [-1.4804082, 1.1810223, 0.93860185], [1.7281902, 0.622675, 0.6307108], [-0.178544, 0.101473674, -1.5446553], [-0.20432402, -1.0117731, -1.3386014]]]> : tensor<2x5x3xf32>
  weft.return %0 : tensor<2x5x3xf32>
}
weft.func @test_window_3d(%a0: tensor<1x4x5x3x2xf32>) -> (tensor<1x2x3x2x2xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, dilations = array<i64: 1, 1, 1>, padding = array<i64: 0, 0, 0, 1, 1, 1>} : (tensor<1x4x5x3x2xf32>) -> (tensor<1x2x3x2x2xf32>)
  weft.return %r0 : tensor<1x2x3x2x2xf32>
}
weft.func @test_window_3d.dynamic(%a0: tensor<?x?x?x?x?xf32>) -> (tensor<?x?x?x?x?xf32>) {
  %r0 = weft.reduce_window mean %a0 {window = array<i64: 2, 2, 2>, strides = array<i64: 2, 2, 2>, dilations = array<i64: 1, 1, 1>, padding = array<i64: 0, 0, 0, 1, 1, 1>} : (tensor<?x?x?x?x?xf32>) -> (tensor<?x?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?x?xf32>
}
weft.func @inputs_window_3d() -> (tensor<1x4x5x3x2xf32>) {
  %0 = weft.constant dense<[[[[[-0.63109255, -1.3413259], [0.36666054, 0.6584164], [-0.66382587, -1.6456057]], [[-0.7721571, -1.4723626], [0.5314858, 1.504093], [-1.7660477, -0.21892953]], [[-0.045245063, -1.8339154], [1.9486163, -1.529616], [-1.5291705, -1.7351072]], [[-0.49530086, 0.6516162], [0.11054602, -0.30587077], [-1.0243651, 1.3384974]], [[-1.0078194, -0.20864947], [0.6989067, -1.9077488], [-1.3821708, -0.15813582]]], [[[-0.91762644, -1.2455697], [1.8713374, -1.9452494], [-0.76760256, -1.3225961]], [[-1.1460892, 1.7423077], [-0.5549216, 0.34750217], [0.4967917, 1.6443233]], [[1.7013825, -0.6209228], [0.6393193, -1.5919445], [0.64604557, -1.0398034]], [[-1.9570239, 1.0809287], [1.982628, 0.79526687], [1.1364534, 1.7307712]], [[-0.606267, 1.518463], [-0.030022584, 0.063043095], [-1.7079147, -0.88629514]]], [[[-0.40609565, 0.19635843], [-1.0935329, 1.9050878], [1.4823105, -1.4243606]], [[-1.5615661, -1.7986673], [-1.2197328, 1.0966498], [-1.0574192, 0.38148513]], [[0.25197345, 1.8426937], [-0.26948184, -1.1668327], [0.066453256, -0.497001]], [[-1.5345024, 1.5238798], [-0.60400707, -1.9682363], [1.402871, 1.3859534]], [[-0.43495426, 1.1678575], [-0.006776208, 0.43356344], [-0.12481749, -1.4892071]]], [[[1.8040038, -1.9383879], [-1.8847473, -0.20417535], [-1.2081991, 1.343015]], [[1.4833642, -0.77365506], [-1.6383362, 0.18614572], [-0.48787442, 1.9573298]], [[-0.47299954, 0.48207974], [1.8406919, 1.6160908], [-1.4468237, -0.2782965]], [[0.097666696, 1.018784], [1.4298091, 1.5920651], [0.34999183, 1.2433597]], [[1.4793135, -1.5680001], [1.9216546, -0.66311616], [-1.9321022, -0.90464646]]]]]> : tensor<1x4x5x3x2xf32>
  weft.return %0 : tensor<1x4x5x3x2xf32>
}
weft.func @expected_window_3d() -> (tensor<1x2x3x2x2xf32>) {
  %0 = weft.constant dense<[[[[[-0.15655039, -0.21902356], [-0.67517114, -0.38570198]], [[0.48561528, -0.4193072], [-0.19275916, 0.073589504]], [[-0.23630056, -0.13372305], [-1.5450428, -0.5222155]]], [[[-0.5645804, -0.16633049], [-0.31779554, 0.5643673]], [[0.09239379, 0.6175655], [0.09312309, 0.4635039]], [[0.7398094, -0.15742382], [-1.0284598, -1.1969268]]]]]> : tensor<1x2x3x2x2xf32>
  weft.return %0 : tensor<1x2x3x2x2xf32>
}
weft.func @test_softmax_0(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 0 : i64} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_0.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 0 : i64} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_softmax_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[5.942138, -4.820603, 3.7477627, 11.565143, -7.3052754], [-11.7507105, 9.883521, -16.580723, 17.074003, 13.352824], [-6.2906857, 0.0020568792, 9.462964, 16.057411, 19.260042], [0.15967122, -3.3092828, -17.557713, 19.796778, -9.281782]], [[-11.212017, 15.552989, 10.056776, -0.5214311, 5.581745], [17.34376, -1.1534934, -17.66079, 19.979301, 18.87426], [16.126669, -12.063068, -8.001881, -18.04534, 2.9103231], [17.103006, 1.6926973, -15.551235, -14.69684, 10.52034]], [[-10.721656, 10.665638, 3.7023432, -4.4768834, -2.253036], [13.0498495, 18.520575, -13.829119, 11.143166, 4.627669], [-10.575062, -12.005734, -11.335005, 18.229061, 9.027069], [-19.921457, -3.2073176, 9.651812, -11.844908, -2.446861]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_softmax_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.9999999, 1.4079867e-09, 0.0018133743, 0.9999943, 2.5296774e-06], [2.283198e-13, 0.0001773774, 0.058798224, 0.05188512, 0.003984161], [1.8376661e-10, 0.99998814, 1.0, 0.10232538, 0.99996394], [4.3813003e-08, 0.006630655, 1.5242416e-12, 1.0, 2.512156e-09]], [[3.5485016e-08, 0.9925151, 0.99645376, 5.634628e-06, 0.9996019], [0.9865324, 2.8548532e-09, 0.019966282, 0.94797707, 0.9960152], [1.0, 5.756752e-06, 2.600844e-08, 1.5825115e-16, 7.932162e-08], [0.99999994, 0.98602694, 1.1335896e-11, 1.0461936e-15, 0.9999977]], [[5.794369e-08, 0.0074849264, 0.0017328543, 1.0790315e-07, 0.00039557138], [0.013467591, 0.9998226, 0.9212355, 0.00013782017, 6.4721723e-07], [2.5327112e-12, 6.0964544e-06, 9.28019e-10, 0.8976746, 3.596339e-05], [8.32683e-17, 0.0073424224, 1.0, 1.8121352e-14, 2.3356897e-06]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_0_log(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 0 : i64, log} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_0_log.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 0 : i64, log} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_softmax_0_log() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-7.197578, 0.107083894, -16.090845, 6.4716115, -15.780628], [0.33301157, -13.343644, 4.151085, -17.17139, -10.04202], [10.935978, -15.839317, -11.579622, 4.7892914, 3.6115592], [-17.317675, 1.7411414, 17.078062, -15.355941, -4.9668903]], [[-18.483633, 6.4633675, -16.455797, -4.414858, -12.448196], [10.472352, -12.473025, -8.404056, 6.9335284, -16.83384], [1.8372027, -13.540997, -12.831986, 19.86667, -16.802216], [-9.94485, -6.3070946, 8.501127, -12.213098, -14.788331]], [[-9.20235, 4.068596, 18.775131, 3.149783, -19.394878], [-4.833014, 1.7754799, 12.100486, 19.353401, -14.55223], [12.591597, 8.296829, 5.8546457, 1.9910733, 5.9482107], [-7.0616207, -17.206678, -9.603808, -19.016655, 11.222381]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_softmax_0_log() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.12637146, -6.445145, -34.865974, -0.035468966, -3.3684435], [-10.13938, -15.119125, -7.9497538, -36.524796, -0.012046226], [-1.830408, -24.136147, -17.434269, -15.077379, -2.4289124], [-10.310532, -0.00031962013, -0.00018838384, -3.186161, -16.189272]], [[-11.412427, -0.08886153, -35.230927, -10.921938, -0.036011714], [-3.971946e-05, -14.248507, -20.504894, -12.419877, -6.803866], [-10.929183, -21.837826, -18.686632, -3.0037194e-07, -22.842688], [-2.937707, -8.048555, -8.577124, -0.043317817, -26.010712]], [[-2.131143, -2.483633, -1.3322676e-15, -3.3572977, -6.9826937], [-15.305406, -9.201123e-07, -0.0003528125, -4.0375407e-06, -4.5222564], [-0.17478928, -3.6100567e-10, -3.448074e-08, -17.875597, -0.09226074], [-0.0544777, -18.94814, -26.682058, -6.846875, -9.313491e-08]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_1(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 1 : i64} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_1.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 1 : i64} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_softmax_1() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-9.29135, 16.570349, 2.825735, 7.7843537, 0.41455477], [14.685611, 10.552557, -14.816159, 7.3950295, 13.127485], [7.941227, 13.286414, 7.513045, -1.8151805, -17.061825], [-10.506462, 8.7278, -8.237416, 10.538047, 12.500962]], [[19.766947, 15.841511, 19.12119, -10.25001, -16.246284], [13.481807, -6.977494, 15.519932, 8.637488, 19.37164], [-11.748508, -8.743889, 7.285723, -19.645231, 7.2396245], [1.9745598, -0.52615047, -17.100163, 9.804248, -17.860485]], [[7.8792424, 12.204359, -9.823106, 14.6167965, -10.693493], [-4.9295783, 12.247445, 15.424318, 16.9463, 10.902184], [-19.177841, 13.880306, 14.537957, 16.402647, -6.475965], [-14.516047, 12.477713, -8.968514, -3.6196053, 15.823538]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_softmax_1() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[3.8585756e-11, 0.9612536, 0.009127357, 0.05754372, 1.962871e-06], [0.9988239, 0.0023406919, 1.9886925e-10, 0.03898671, 0.65169936], [0.0011760892, 0.036028262, 0.9908725, 3.899179e-06, 5.0465725e-14], [1.1447501e-11, 0.00037745267, 1.4311311e-07, 0.9034657, 0.34829867]], [[0.9981397, 0.99999994, 0.97342867, 1.4887439e-09, 3.3988338e-16], [0.0018603286, 1.2297935e-10, 0.026564274, 0.23744123, 0.99999464], [2.0521211e-14, 2.1023091e-11, 7.0506085e-06, 1.2374483e-13, 5.384317e-06], [1.8709226e-08, 7.791391e-08, 1.8095517e-16, 0.76255876, 6.765369e-17]], [[0.99999726, 0.11491285, 7.678941e-12, 0.058013067, 3.0244448e-12], [2.7365202e-06, 0.1199722, 0.70813864, 0.59595925, 0.0072365035], [1.7752385e-12, 0.6140775, 0.29186133, 0.3460277, 2.0525548e-10], [1.878661e-10, 0.15103741, 1.8048688e-11, 6.9752076e-10, 0.9927635]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_1_log(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 1 : i64, log} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_1_log.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 1 : i64, log} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_softmax_1_log() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-12.77657, -8.841289, -6.7115045, 12.400095, 18.003775], [-13.302046, -8.686203, 10.845389, -11.442663, 3.9347556], [-1.7754253, 13.574786, -9.480877, 0.89563036, 3.4814098], [-18.377584, -17.378376, -11.82102, -18.34122, -4.6038737]], [[2.523158, -0.5436961, 5.5335956, 3.164813, 8.624962], [14.071595, -19.10764, -17.353159, -18.833403, 2.2606535], [-13.781382, -0.42634138, -8.905025, -3.1914237, -2.4977186], [3.7727273, -19.043808, 0.03246478, -7.931009, 2.2151265]], [[-4.0324655, -19.221539, -2.2504923, 2.0206368, 14.601445], [-0.98345053, -8.793608, -19.012281, -13.530811, 17.871653], [1.8030081, 16.443188, -15.620946, -13.600761, 15.174527], [-18.220417, -0.919811, 6.20229, 1.1967361, 6.500647]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_softmax_1_log() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-11.001172, -22.416075, -17.556894, -1.0084961e-05, -1.2694175e-06], [-11.526648, -22.26099, -2.5351875e-08, -23.842768, -14.06902], [-2.6607844e-05, -3.9890757e-10, -20.326267, -11.504475, -14.522367], [-16.602186, -30.953163, -22.66641, -30.741325, -22.607649]], [[-11.54848, -0.7535451, -0.0040743775, -0.0017495317, -0.0033762946], [-4.3321368e-05, -19.317488, -22.89083, -21.999966, -6.367685], [-27.85302, -0.63619035, -14.442695, -6.3579865, -11.126057], [-10.298911, -19.253656, -5.505205, -11.097571, -6.413212]], [[-5.898036, -35.664726, -8.452995, -0.36375198, -3.3704228], [-2.8490212, -25.236795, -25.214785, -15.9152, -0.10021544], [-0.06256265, -2.8807841e-08, -21.82345, -15.98515, -2.7973409], [-20.085987, -17.362999, -0.00021328368, -1.1876527, -11.471221]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_2(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 2 : i64} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_2.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 2 : i64} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_softmax_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-18.083645, 1.9835665, 1.3421062, 11.110202, -0.6989111], [-7.024105, -1.811613, -13.307131, 11.140591, 1.507178], [-9.33598, 7.7628384, -7.4873657, 0.2993649, 19.546974], [17.31062, -2.120178, -9.517481, 9.698832, 18.803076]], [[14.491943, 3.8130617, 10.21086, 19.901535, -8.190828], [-16.291079, 10.037856, 16.882051, 3.1446798, -7.863897], [-4.4999743, -19.786375, 9.833615, 19.220356, -14.295807], [3.415211, -2.6177075, 5.381596, 18.793041, 12.923148]], [[5.069284, -18.518847, -6.5735955, -6.9092593, 8.895948], [-14.498606, -10.498744, -15.389732, 7.590704, -19.900614], [-4.93909, -6.000458, 15.720633, -17.828066, 9.48536], [-2.0814307, -7.09735, -18.690128, -4.3053427, 18.71767]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_softmax_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[2.0950682e-13, 0.00010871196, 5.7239347e-05, 0.9998266, 7.435191e-06], [1.2916456e-08, 2.3708276e-06, 2.4124593e-11, 0.9999321, 6.549868e-05], [2.859492e-13, 7.624503e-06, 1.8160677e-12, 4.3738733e-09, 0.9999924], [0.18353665, 6.683974e-10, 4.096632e-13, 9.077482e-05, 0.8163726]], [[0.004453269, 1.0254148e-07, 6.1578365e-05, 0.99548507, 6.275905e-13], [3.9140795e-15, 0.0010644878, 0.99893445, 1.0801207e-06, 1.7885792e-11], [4.992925e-11, 1.1469792e-17, 8.382121e-05, 0.9999162, 2.780219e-15], [2.0905861e-07, 5.0142374e-10, 1.4936825e-06, 0.9971831, 0.0028152226]], [[0.021317795, 1.2149192e-12, 1.8719919e-07, 1.3382186e-07, 0.97868186], [2.5511424e-10, 1.3926839e-08, 1.0464616e-10, 1.0, 1.1499326e-12], [1.0635223e-09, 3.6795977e-10, 0.9980447, 2.6861818e-15, 0.001955265], [9.269689e-10, 6.147224e-12, 5.6754384e-17, 1.00284184e-10, 1.0]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_2_log(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 2 : i64, log} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_2_log.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.softmax %a0 {dim = 2 : i64, log} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_softmax_2_log() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[9.835192, -13.696617, -14.8905945, 1.5941329, 5.720707], [17.139023, 17.860073, 14.733779, -14.867649, -2.2192507], [-11.248495, 4.5568147, -9.908743, -2.7050133, 15.740027], [-9.440225, 15.103551, 4.4136434, -9.436642, 7.274909]], [[6.24238, -4.3784256, 13.662009, 10.401785, 3.8190794], [7.059518, 12.8729515, 2.9893944, 9.197202, -0.4043913], [-2.1538708, -5.378875, -5.0791135, 13.075122, -5.516585], [2.5584118, -4.8641505, 3.7044437, -15.002354, -18.79309]], [[-5.602827, -9.450083, 14.281116, 11.113916, 14.364935], [-0.60633904, 6.0862885, 10.360653, -7.1621466, -15.796685], [18.726328, 17.316326, -17.28645, -13.026784, 13.371], [6.3797226, 11.698189, -0.60980254, -11.053217, -12.811687]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_softmax_2_log() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.016461719, -23.548271, -24.742249, -8.257521, -4.1309466], [-1.1463974, -0.4253471, -3.5516412, -33.15307, -20.504671], [-26.988537, -11.183227, -25.648785, -18.445055, -1.3915357e-05], [-24.544197, -0.00042085096, -10.690329, -24.540613, -7.829063]], [[-7.457919, -18.078724, -0.038289793, -3.2985141, -9.88122], [-5.8414087, -0.027975298, -9.911532, -3.703725, -13.305318], [-15.228993, -18.453997, -18.154236, -2.7444807e-07, -18.591707], [-1.4222124, -8.844774, -0.27618048, -18.982977, -22.773714]], [[-20.639854, -24.48711, -0.75591254, -3.9231117, -0.67209315], [-10.980834, -4.2882066, -0.013841936, -17.536642, -26.17118], [-0.22223575, -1.6322376, -36.235012, -31.975348, -5.5775633], [-5.323359, -0.0048927907, -12.312884, -22.756298, -24.514769]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_softmax_special(%a0: tensor<4x3xf32>) -> (tensor<4x3xf32>) {
  %r0 = weft.softmax %a0 {dim = 1 : i64} : (tensor<4x3xf32>) -> (tensor<4x3xf32>)
  weft.return %r0 : tensor<4x3xf32>
}
weft.func @test_softmax_special.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.softmax %a0 {dim = 1 : i64} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_softmax_special() -> (tensor<4x3xf32>) {
  %0 = weft.constant dense<[[10000.0, -10000.0, 0.0], [0xFF800000, 0.0, 1.0], [0xFF800000, 0xFF800000, 0xFF800000], [0x7FC00000, 0.0, 0.0]]> : tensor<4x3xf32>
  weft.return %0 : tensor<4x3xf32>
}
weft.func @expected_softmax_special() -> (tensor<4x3xf32>) {
  %0 = weft.constant dense<[[1.0, 0.0, 0.0], [0.0, 0.26894143, 0.7310586], [0xFFC00000, 0xFFC00000, 0xFFC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000]]> : tensor<4x3xf32>
  weft.return %0 : tensor<4x3xf32>
}
weft.func @test_softmax_f16(%a0: tensor<3x7xf16>) -> (tensor<3x7xf16>) {
  %r0 = weft.softmax %a0 {dim = 1 : i64} : (tensor<3x7xf16>) -> (tensor<3x7xf16>)
  weft.return %r0 : tensor<3x7xf16>
}
weft.func @inputs_softmax_f16() -> (tensor<3x7xf16>) {
  %0 = weft.constant dense<[[1.63671875, 0.169677734375, 0.10858154296875, 0.43994140625, 0.73583984375, -0.900390625, -1.67578125], [1.6865234375, -1.2822265625, 0.9580078125, -0.2283935546875, -0.68701171875, 1.69140625, 0.90576171875], [1.10546875, -0.830078125, 0.8642578125, -0.548828125, 1.0224609375, 1.4775390625, -1.6533203125]]> : tensor<3x7xf16>
  weft.return %0 : tensor<3x7xf16>
}
weft.func @expected_softmax_f16() -> (tensor<3x7xf16>) {
  %0 = weft.constant dense<[[0.440185546875, 0.10150146484375, 0.09552001953125, 0.133056640625, 0.1788330078125, 0.034820556640625, 0.0160369873046875], [0.308837890625, 0.015869140625, 0.1490478515625, 0.045501708984375, 0.028778076171875, 0.310302734375, 0.1414794921875], [0.219482421875, 0.03167724609375, 0.1724853515625, 0.041961669921875, 0.2020263671875, 0.318359375, 0.01390838623046875]]> : tensor<3x7xf16>
  weft.return %0 : tensor<3x7xf16>
}
weft.func @test_softmax_bf16(%a0: tensor<3x7xbf16>) -> (tensor<3x7xbf16>) {
  %r0 = weft.softmax %a0 {dim = 1 : i64} : (tensor<3x7xbf16>) -> (tensor<3x7xbf16>)
  weft.return %r0 : tensor<3x7xbf16>
}
weft.func @inputs_softmax_bf16() -> (tensor<3x7xbf16>) {
  %0 = weft.constant dense<[[1.2265625, -0.59375, -1.8515625, 0.796875, 1.25, -1.046875, 0.71484375], [0.59765625, 0.23046875, 1.5703125, 0.94921875, 0.1884765625, 1.890625, -1.890625], [0.578125, 0.6953125, 0.703125, 1.1328125, -0.0107421875, -1.4453125, 0.5546875]]> : tensor<3x7xbf16>
  weft.return %0 : tensor<3x7xbf16>
}
weft.func @expected_softmax_bf16() -> (tensor<3x7xbf16>) {
  %0 = weft.constant dense<[[0.279296875, 0.045166015625, 0.0128173828125, 0.181640625, 0.28515625, 0.0286865234375, 0.1669921875], [0.0986328125, 0.068359375, 0.259765625, 0.1396484375, 0.0654296875, 0.359375, 0.0081787109375], [0.150390625, 0.1689453125, 0.169921875, 0.26171875, 0.08349609375, 0.0198974609375, 0.146484375]]> : tensor<3x7xbf16>
  weft.return %0 : tensor<3x7xbf16>
}
weft.func @test_softmax_f64(%a0: tensor<3x7xf64>) -> (tensor<3x7xf64>) {
  %r0 = weft.softmax %a0 {dim = 1 : i64} : (tensor<3x7xf64>) -> (tensor<3x7xf64>)
  weft.return %r0 : tensor<3x7xf64>
}
weft.func @inputs_softmax_f64() -> (tensor<3x7xf64>) {
  %0 = weft.constant dense<[[-1.6757820944369848, 1.396185967019644, 0.8605830267834236, -1.5507940969940464, 0.8342341381438292, -1.1440425832652648, 1.1659812697011156], [-1.8334584646724958, -1.9123989097438945, -0.4685031362402228, -0.2995169563190272, -0.386110734846258, -1.9766201107511887, -1.9982629501757962], [-0.13203494698248353, 0.7331427109153172, 1.84359279298008, 1.1626978383559292, -0.6907832498725135, -0.13086383538064883, 0.941937115177224]]> : tensor<3x7xf64>
  weft.return %0 : tensor<3x7xf64>
}
weft.func @expected_softmax_f64() -> (tensor<3x7xf64>) {
  %0 = weft.constant dense<[[0.014813907520267967, 0.3197484197495323, 0.18715395334526377, 0.016786154912475367, 0.18228705492510108, 0.025211643917484587, 0.253998865629875], [0.06081780072790765, 0.056201422961598566, 0.238135026179209, 0.2819765833164575, 0.2585864974863858, 0.05270555590713044, 0.05157711342131112], [0.05337126988433756, 0.12677961219040298, 0.38486796368475734, 0.19480622944628725, 0.030524336428784545, 0.05343381021140721, 0.15621677815402313]]> : tensor<3x7xf64>
  weft.return %0 : tensor<3x7xf64>
}
weft.func @test_normalize_2(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 2>, epsilon = 1.0e-5 : f32} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_2.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 2>, epsilon = 1.0e-5 : f32} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_normalize_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.650933, 0.4053218, -0.4032911, 0.92626846, -0.53214115], [-1.5568253, -0.19180703, -0.21601258, 0.24355875, -0.8096742], [-0.69019717, 1.1615847, 1.0753194, -1.8460405, -0.018903933], [1.0896332, -1.7649403, -0.1693214, -1.2431412, 0.17257443]], [[-0.38871324, 0.5329375, 0.52833635, -1.7537245, -0.49805412], [-1.7688435, 1.8196727, -1.8085157, -1.2256056, -1.5171477], [-1.4782804, 0.20716453, -1.0250646, 0.8883423, 1.9037436], [1.3139992, -0.77900296, -0.99700475, -1.3985751, 0.8698848]], [[-1.616385, 1.9583338, 1.2572172, 0.89342153, 1.791353], [-1.9653884, -1.4375427, -0.0048887087, 0.655861, -1.5750736], [0.14047402, -1.7537884, -0.44989824, -1.4396448, 1.1486319], [1.0520154, 1.28576, -0.3881688, -1.3596524, 1.0175287]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_normalize_2() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.9787534, 0.7443314, -0.57477134, 1.5941597, -0.7849664], [-1.6862545, 0.50450104, 0.46565288, 1.2032317, -0.48713106], [-0.55510026, 1.0855113, 1.0090834, -1.5791355, 0.039641168], [1.4478906, -1.358647, 0.21012126, -0.8456286, 0.54626375]], [[-0.08661306, 1.0088634, 1.0033945, -1.7090689, -0.2165759], [-0.6314641, 1.9768866, -0.66030025, -0.23660594, -0.44851634], [-1.2758654, 0.087338, -0.9093003, 0.6382809, 1.4595469], [1.3986996, -0.53728735, -0.7389349, -1.1103797, 0.9879023]], [[-1.9120667, 0.8516302, 0.30958086, 0.028322134, 0.72253346], [-1.0896014, -0.56673694, 0.852397, 1.5069113, -0.70296997], [0.57860285, -1.2142833, 0.019825825, -0.91695195, 1.5328066], [0.71102935, 0.9385379, -0.69073224, -1.6362976, 0.67746264]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_2_rms(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 2>, epsilon = 1.0e-5 : f32, rms} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_2_rms.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 2>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_normalize_2_rms() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.29009938, -1.4951297, -1.9254317, -0.8237776, 0.46008024], [-0.040975835, -0.39429718, -1.95156, 0.1602647, 1.9957883], [-1.2746382, 1.1213336, -1.6673791, 1.0285707, -0.29990497], [0.90093786, 0.56954473, -0.6377503, 1.358674, -0.16514267]], [[1.940903, 1.096641, -1.9272789, 1.0349619, 0.33326712], [1.6230983, 0.3879545, 0.46420908, 0.43818542, -1.1106182], [-0.06669582, 1.4999495, -1.3628, -0.4493337, 1.1220028], [1.5189638, -1.2969992, -0.9339822, 0.98064375, 1.0233641]], [[-0.88803846, -1.4882866, -1.6670415, 1.6805418, 1.8305992], [-1.9401069, -0.4596115, -0.8575062, -0.29054067, 0.15278064], [-0.07924541, 0.27018067, 0.114784315, 0.15076408, 1.6104642], [-0.8824054, -1.2311162, 1.4265934, -0.035453532, -1.6347241]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_normalize_2_rms() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.24664193, -1.2711564, -1.6369983, -0.7003741, 0.39115933], [-0.032445706, -0.31221452, -1.5452948, 0.12690166, 1.5803158], [-1.0921748, 0.9608156, -1.4286952, 0.8813316, -0.25697383], [1.089968, 0.68904364, -0.7715598, 1.643744, -0.19979204]], [[1.3816868, 0.780675, -1.3719882, 0.73676705, 0.23724566], [1.7251437, 0.4123455, 0.4933943, 0.46573448, -1.1804436], [-0.06317772, 1.4208295, -1.2909145, -0.42563206, 1.062819], [1.2957757, -1.1064253, -0.79674804, 0.8365534, 0.8729966]], [[-0.5742321, -0.96237046, -1.0779587, 1.0866884, 1.18372], [-1.976333, -0.46819347, -0.8735178, -0.2959657, 0.15563339], [-0.10766348, 0.36706975, 0.15594694, 0.20482935, 2.1879902], [-0.7456044, -1.0402539, 1.2054259, -0.029957103, -1.3812897]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_12(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 1, 2>, epsilon = 1.0e-5 : f32} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_12.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 1, 2>, epsilon = 1.0e-5 : f32} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_normalize_12() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.91222185, 0.25639996, 0.8606455, -0.9408543, 1.5435373], [-1.2834415, 1.2281638, -0.7965084, 1.4522734, 1.3172646], [1.1819328, 0.8163873, 1.1304423, 1.1863204, 0.90043634], [-1.6206001, -0.4970032, 1.5001663, -1.9111506, -1.2994994]], [[1.3102705, 1.4970949, 1.1082275, 0.70408, 0.24875934], [-0.9638004, -0.53705716, -0.9624949, -0.25414875, 0.40101963], [-0.05273238, 1.9973716, 1.3596548, 0.2987501, -1.4648691], [-0.9238435, -1.5274385, -1.2286365, -0.52605385, -1.404176]], [[-1.2143688, 1.9547834, -0.09775397, -1.4725156, 1.4470909], [-0.1127347, 1.7714269, 0.6403163, 0.61776215, 1.2539325], [-1.7013475, 0.1351905, 1.2673359, -1.8979682, 0.763665], [0.07098967, -1.1488156, -1.1756872, 1.942933, 1.6085999]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_normalize_12() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.5315657, -0.03494742, 0.48701295, -1.0691617, 1.0769097], [-1.3650959, 0.8044833, -0.9444725, 0.998074, 0.8814504], [0.76454794, 0.4487818, 0.7200693, 0.768338, 0.5213852], [-1.6563408, -0.6857534, 1.0394449, -1.9073246, -1.378967]], [[1.2622223, 1.4360914, 1.0741897, 0.6980674, 0.27432057], [-0.85415524, -0.4570042, -0.8529403, -0.1937138, 0.4160225], [-0.0062644677, 1.9016768, 1.308182, 0.32084477, -1.3204778], [-0.81696916, -1.3787085, -1.1006266, -0.44676387, -1.2639934]], [[-1.1480179, 1.3662993, -0.26212674, -1.3528243, 0.9635101], [-0.27401203, 1.2208294, 0.32343766, 0.3055438, 0.81026363], [-1.5343732, -0.07731509, 0.8208975, -1.6903665, 0.4212991], [-0.12825024, -1.0960099, -1.117329, 1.3568975, 1.0916469]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_12_rms(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 1, 2>, epsilon = 1.0e-5 : f32, rms} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_12_rms.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 1, 2>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_normalize_12_rms() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.6299686, -1.6913705, 0.7551262, 0.06901857, -1.722163], [1.1563629, -1.5393875, 1.1502045, -1.3760403, 1.7477225], [0.8640313, -0.06378506, -0.36477533, 0.25485218, -1.7539439], [1.5113127, 1.13662, 1.3543863, 1.6430224, 0.60447]], [[0.40443137, 1.0572631, -0.50595593, 1.5571334, -1.0534002], [0.46648636, 0.14648245, 1.2600172, 1.6467986, -0.67468506], [-0.01588611, -0.47485587, -0.72969705, 1.7379999, 0.5850505], [1.0322801, -1.3172398, 1.4114068, 1.2241342, -1.0868326]], [[-1.0285155, 0.1918755, 0.45513165, -0.64813954, 1.6287638], [1.2834218, -0.30708203, -1.6492008, -1.0520669, -0.954026], [0.5203023, 0.31386805, 1.9130249, 0.2656685, -0.40976423], [0.06742404, 1.116265, 0.8705694, 1.4243572, -0.44662172]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_normalize_12_rms() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.2980357, -1.3469335, 0.6013495, 0.054963373, -1.3714552], [0.9208768, -1.2259008, 0.9159726, -1.0958183, 1.3918097], [0.68807673, -0.050795633, -0.2904911, 0.20295312, -1.3967642], [1.2035433, 0.90515447, 1.0785741, 1.3084311, 0.48137346]], [[0.38863063, 1.0159569, -0.4861887, 1.4962977, -1.0122448], [0.44826117, 0.14075953, 1.2107894, 1.5824597, -0.64832574], [-0.015265454, -0.4563037, -0.70118845, 1.670098, 0.56219316], [0.99194986, -1.2657764, 1.3562645, 1.1763084, -1.0443711]], [[-1.0454468, 0.19503415, 0.46262398, -0.6588091, 1.6555763], [1.3045493, -0.3121372, -1.6763498, -1.069386, -0.9697311], [0.5288675, 0.3190349, 1.944517, 0.2700419, -0.41650975], [0.068533964, 1.1346409, 0.8849006, 1.4478048, -0.45397398]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_0(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 0>, epsilon = 1.0e-5 : f32} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_0.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 0>, epsilon = 1.0e-5 : f32} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_normalize_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.3397449, 1.1490557, -1.6334646, -0.113082305, 0.6665624], [1.2818897, 1.8980165, -1.652211, 1.8543133, -1.8377874], [1.020416, -1.7269559, -1.6129767, -0.5582593, 1.3058859], [-0.7160025, -1.9726874, 0.011904902, -0.44710824, -1.5452099]], [[-1.9808519, 0.96520674, -0.6820434, -0.7511109, -0.17737243], [-1.5854698, 0.9041106, 0.35834536, -1.1169926, 0.48919123], [-0.28394762, -0.51222724, -0.06881924, 1.4113826, -1.8970013], [-1.8898441, -0.68167776, -0.98751044, -0.16943146, 0.9478951]], [[-0.06532589, -0.5693737, 0.54368365, 0.8847405, 1.7821068], [0.6041434, 1.6685216, -1.8400971, 1.1096944, -1.4666839], [-1.0124251, 1.9289628, 1.7995406, -0.5760633, 1.2616109], [-0.13191769, -1.3224045, -1.6258324, -0.51054037, -0.8109083]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_normalize_0() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.89771986, 0.82305557, -1.170209, -0.17815019, -0.11281559], [0.9657292, 0.95973486, -0.6105874, 0.98123276, -0.881045], [1.3228118, -1.0679394, -1.1841767, -0.69753724, 0.7218168], [0.26892117, -1.2277335, 1.3042178, -0.48199868, -1.0284286]], [[-1.3952, 0.5844187, -0.10260125, -1.1258997, -1.1644244], [-1.3775798, -1.3793665, 1.4099983, -1.37259, 1.3985441], [-0.2282716, -0.26891425, -0.07745373, 1.4141625, -1.4141077], [-1.336847, 1.2216898, -0.17858061, 1.3921182, 1.354891]], [[0.49748018, -1.4074743, 1.2728103, 1.3040498, 1.2772399], [0.41185063, 0.41963172, -0.7994108, 0.39135715, -0.5174991], [-1.0945402, 1.3368536, 1.2616304, -0.7166253, 0.6922909], [1.0679258, 0.0060435827, -1.1256372, -0.91011953, -0.32646242]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_0_rms(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 0>, epsilon = 1.0e-5 : f32, rms} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_0_rms.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 0>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_normalize_0_rms() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.27642512, 0.54055643, 1.9062054, -0.1988251, 1.0118483], [1.0139546, -0.5743825, -1.7259837, 0.49064305, 1.4657326], [-0.36531168, -1.314803, -1.48871, -0.8596182, 1.9788812], [1.4921247, 1.7557515, -1.1166449, -0.51189643, 0.6909707]], [[-1.3240386, -1.6284734, -1.6213841, -0.10949395, 0.3540401], [-0.82870483, 1.0853989, 0.11646553, -0.5367161, -1.1151826], [0.89342666, -0.42754892, 1.4404608, 1.8692508, 0.6724072], [1.052112, -0.2624997, 1.2214861, -0.7740455, -1.3928893]], [[0.71823424, 0.70634973, -0.6769713, 0.73545635, 1.6834742], [-0.7941026, 0.9247413, -0.08865405, -0.61082804, 1.8823922], [0.6308982, -1.853644, 0.96233785, 1.3035774, -0.04674495], [-1.675423, 1.0810513, -0.35543934, 1.2479895, -0.38459036]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_normalize_0_rms() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.31263065, 0.5045773, 1.2735589, -0.4474117, 0.87812173], [1.1467345, -0.64716226, -1.7258475, 0.8948258, 0.9640033], [-0.5487102, -0.9847923, -1.1288792, -0.61129594, 1.639547], [1.0429553, 1.4630803, -1.1425924, -0.5701018, 0.7471925]], [[-1.4974582, -1.5200831, -1.0832663, -0.24639179, 0.30724987], [-0.9372257, 1.2229294, 0.11645634, -0.978853, -0.7334488], [1.3419564, -0.32023573, 1.0922921, 1.3292708, 0.5571043], [0.73539823, -0.21874288, 1.2498698, -0.86205864, -1.5062236]], [[0.81230694, 0.65933543, -0.4522927, 1.6549809, 1.460985], [-0.89809227, 1.0419149, -0.08864705, -1.114017, 1.2380378], [0.9476299, -1.3883862, 0.72973454, 0.9270065, -0.038729228], [-1.1710759, 0.90084785, -0.3636987, 1.3898927, -0.4158831]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_02(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 0, 2>, epsilon = 1.0e-5 : f32} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_02.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 0, 2>, epsilon = 1.0e-5 : f32} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_normalize_02() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.23654817, 0.9229595, -0.9282657, 1.5273111, -0.9676567], [1.4739486, 1.1189452, -0.8424377, 0.907242, 0.37300596], [-0.55282676, 0.18923886, -1.3449138, -1.9360353, 1.8868146], [0.80794555, 1.0835613, -0.60240054, -1.9476264, -1.8779895]], [[-0.7751105, -0.99625224, -0.0062829466, -0.9009235, 1.6486781], [-0.48696613, -0.665175, -0.55252105, -1.0383689, -1.51128], [0.594955, -0.6755821, -0.39582428, 1.6323298, 1.0502142], [1.7091905, 0.5640094, 1.105274, 1.013534, -0.19401959]], [[1.500205, -0.6160041, -0.7735775, 0.22598085, 0.37933147], [0.5194, 0.3959252, -1.718353, 1.2924472, 1.0497583], [1.7624221, -0.84588677, -0.98772067, 1.0727437, -1.4913678], [-0.55548114, 1.895418, -0.5525849, 0.059870645, -0.2612179]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_normalize_02() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[-0.24882907, 0.9695567, -0.975671, 1.6045964, -1.0170622], [1.425211, 1.0769757, -0.84701365, 0.86930853, 0.34525767], [-0.4504762, 0.15724002, -1.0991576, -1.5832578, 1.5474733], [0.5850945, 0.8301303, -0.66877127, -1.864742, -1.8028315]], [[-0.8147388, -1.0471098, -0.0068713143, -0.94694036, 1.7321262], [-0.49831912, -0.67313045, -0.5626242, -1.0392095, -1.5031044], [0.48950213, -0.551007, -0.32189867, 1.3390625, 0.8623376], [1.3863448, 0.36822355, 0.84943384, 0.7678726, -0.30570087]], [[1.5761139, -0.6475532, -0.813128, 0.23718649, 0.39832404], [0.48886073, 0.36773995, -1.7062297, 1.2471699, 1.0091078], [1.4456018, -0.6904783, -0.8066335, 0.88078815, -1.2190964], [-0.6270577, 1.5519102, -0.62448275, -0.079980195, -0.3654434]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_02_rms(%a0: tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 0, 2>, epsilon = 1.0e-5 : f32, rms} : (tensor<3x4x5xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_02_rms.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.tolerance = 2.0e-05 : f64} {
  %r0 = weft.normalize %a0 {dims = array<i64: 0, 2>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_normalize_02_rms() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.0211259, 0.7491016, -0.50998884, 0.91863006, 0.22878984], [-0.4782964, -0.50462765, -0.15147123, -0.18437052, -1.9635102], [-1.9386756, -1.2125539, 0.7360954, 1.8787094, -1.9718194], [-1.9810216, 0.12332693, 1.3527796, 1.4562362, -1.4441823]], [[-0.7513915, 0.6304992, 1.3290159, 1.4488677, -0.631759], [0.7036573, 0.40399045, -1.1180446, 1.0010041, -1.4317853], [0.77166796, -0.41959542, 1.1066781, 1.1689345, -1.404812], [0.19453305, 1.5662036, 0.61593986, -0.23982958, -1.2419746]], [[-1.3172007, 0.1837538, 1.1492026, 1.2460272, 1.2908118], [0.5191616, 1.8429294, 0.21483156, 0.14393751, 1.7853233], [1.1945155, 1.268677, -0.49099657, 0.2243431, -1.5783621], [1.2760186, -0.8997284, 0.602905, -1.8697207, -0.6018361]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @expected_normalize_02_rms() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[1.0459925, 0.76734376, -0.5224081, 0.94100064, 0.23436135], [-0.45915914, -0.4844368, -0.14541066, -0.17699361, -1.8849475], [-1.5218036, -0.9518193, 0.5778134, 1.4747319, -1.5478206], [-1.6700737, 0.10396911, 1.1404427, 1.2276604, -1.2174985]], [[-0.76968944, 0.64585316, 1.3613801, 1.4841506, -0.6471436], [0.6755031, 0.38782626, -1.0733101, 0.9609526, -1.3744977], [0.6057368, -0.32937014, 0.8687099, 0.91757935, -1.1027364], [0.16399848, 1.320367, 0.5192598, -0.20218511, -1.04703]], [[-1.3492773, 0.18822859, 1.177188, 1.2763705, 1.3222457], [0.49838924, 1.7691913, 0.20623587, 0.13817838, 1.7138901], [0.9376597, 0.99587435, -0.38541794, 0.17610277, -1.238968], [1.0757303, -0.758504, 0.508271, -1.5762429, -0.5073698]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_normalize_f16(%a0: tensor<2x300xf16>) -> (tensor<2x300xf16>) {
  %r0 = weft.normalize %a0 {dims = array<i64: 1>, epsilon = 1.0e-5 : f32} : (tensor<2x300xf16>) -> (tensor<2x300xf16>)
  weft.return %r0 : tensor<2x300xf16>
}
weft.func @test_normalize_f16.dynamic(%a0: tensor<?x?xf16>) -> (tensor<?x?xf16>) {
  %r0 = weft.normalize %a0 {dims = array<i64: 1>, epsilon = 1.0e-5 : f32} : (tensor<?x?xf16>) -> (tensor<?x?xf16>)
  weft.return %r0 : tensor<?x?xf16>
}
weft.func @inputs_normalize_f16() -> (tensor<2x300xf16>) {
  %0 = weft.constant dense<[[51.40625, 53.8125, 56.3125, 55.28125, 50.53125, 55.09375, 50.1875, 54.40625, 57.875, 55.75, 53.75, 56.4375, 55.71875, 53.90625, 53.90625, 56.75, 56.375, 56.5, 51.3125, 59.375, 58.6875, 51.59375, 57.65625, 53.65625, 58.15625, 55.0625, 56.375, 56.09375, 56.4375, 56.25, 56.5, 54.8125, 55.15625, 51.40625, 56.25, 53.84375, 50.5625, 57.78125, 56.65625, 53.71875, 56.65625, 59.9375, 51.46875, 57.40625, 59.96875, 51.125, 52.25, 53.25, 59.625, 50.0625, 55.375, 52.46875, 51.5, 50.09375, 54.0, 53.09375, 53.59375, 57.96875, 54.25, 53.84375, 55.375, 54.90625, 57.15625, 56.09375, 54.28125, 59.9375, 59.625, 56.5625, 58.1875, 51.71875, 59.40625, 58.78125, 55.21875, 52.4375, 55.5, 57.40625, 55.28125, 55.625, 53.96875, 56.3125, 58.0, 58.25, 52.09375, 58.4375, 56.4375, 53.375, 58.625, 52.15625, 51.40625, 57.5625, 59.8125, 53.15625, 55.09375, 53.4375, 56.1875, 58.625, 58.8125, 56.75, 56.96875, 53.375, 54.1875, 50.4375, 51.625, 52.0625, 56.25, 56.25, 50.3125, 52.53125, 57.03125, 58.5, 56.875, 55.34375, 50.28125, 54.78125, 60.0, 51.625, 52.34375, 58.09375, 57.90625, 58.125, 54.34375, 50.25, 57.84375, 59.1875, 55.46875, 53.90625, 51.4375, 52.8125, 55.25, 57.71875, 51.03125, 54.75, 50.1875, 55.5, 54.96875, 54.84375, 52.5, 51.375, 58.8125, 59.4375, 55.5, 59.53125, 53.96875, 53.8125, 53.65625, 50.84375, 53.375, 54.21875, 57.03125, 53.0625, 53.875, 57.5625, 54.9375, 56.125, 54.21875, 51.9375, 54.03125, 55.53125, 58.625, 53.75, 51.28125, 50.28125, 59.78125, 56.25, 58.28125, 58.125, 55.59375, 52.0625, 54.84375, 50.90625, 55.5625, 59.28125, 54.21875, 54.875, 52.6875, 58.28125, 58.9375, 55.6875, 54.34375, 51.4375, 56.15625, 51.8125, 52.8125, 53.375, 52.5625, 56.90625, 56.125, 58.59375, 57.71875, 58.09375, 52.46875, 55.84375, 58.5625, 56.0, 52.59375, 57.25, 53.5625, 56.28125, 58.34375, 55.3125, 54.59375, 54.71875, 56.40625, 59.15625, 54.9375, 56.40625, 56.84375, 57.90625, 50.96875, 55.5625, 51.15625, 50.28125, 51.53125, 59.8125, 56.0, 57.84375, 55.8125, 56.28125, 53.5, 56.625, 52.75, 55.46875, 55.1875, 55.34375, 51.25, 55.125, 52.75, 50.21875, 57.59375, 51.25, 59.5, 55.0625, 53.65625, 50.3125, 50.125, 56.8125, 56.9375, 53.5625, 58.53125, 52.9375, 55.25, 51.4375, 53.53125, 57.25, 54.34375, 52.71875, 55.03125, 58.40625, 55.84375, 52.65625, 58.90625, 51.09375, 57.53125, 54.46875, 55.28125, 52.5625, 52.59375, 51.53125, 55.4375, 57.21875, 50.09375, 52.84375, 54.875, 59.6875, 55.03125, 55.5, 55.375, 51.6875, 55.28125, 51.59375, 57.96875, 57.8125, 57.6875, 52.21875, 54.3125, 50.90625, 55.8125, 52.0, 58.21875, 55.4375, 52.21875, 55.75, 54.03125, 56.65625, 58.875, 50.21875, 52.65625, 58.6875, 51.25, 55.6875, 59.5625, 52.1875, 59.03125, 52.65625, 55.71875, 56.6875, 50.78125, 58.53125, 58.28125, 50.25], [54.8125, 59.25, 53.53125, 54.40625, 53.21875, 50.6875, 50.96875, 56.6875, 52.71875, 59.53125, 59.0, 57.28125, 55.0, 57.625, 50.125, 59.46875, 59.75, 55.9375, 55.6875, 57.46875, 50.03125, 56.96875, 53.78125, 50.03125, 54.34375, 59.25, 55.90625, 52.625, 55.03125, 58.25, 51.46875, 59.59375, 51.5625, 51.3125, 50.28125, 58.875, 56.1875, 56.5, 54.0, 51.0625, 53.6875, 51.65625, 55.75, 56.59375, 55.34375, 53.78125, 52.625, 56.8125, 51.8125, 59.3125, 55.0, 55.34375, 58.53125, 51.1875, 59.1875, 58.9375, 53.75, 51.6875, 57.96875, 50.4375, 57.53125, 57.25, 51.34375, 50.0, 51.15625, 57.09375, 54.34375, 59.6875, 51.3125, 59.59375, 59.65625, 53.09375, 50.625, 58.34375, 56.5, 57.15625, 51.8125, 50.53125, 52.78125, 58.71875, 50.15625, 58.125, 51.9375, 53.0625, 55.65625, 58.90625, 55.53125, 55.59375, 57.625, 57.03125, 58.5, 53.125, 59.53125, 59.6875, 57.21875, 50.5625, 53.84375, 57.9375, 52.21875, 54.84375, 53.25, 51.625, 55.6875, 53.625, 58.1875, 50.875, 58.96875, 53.78125, 57.3125, 52.1875, 50.8125, 50.5, 52.65625, 52.1875, 56.3125, 56.1875, 59.03125, 56.15625, 55.59375, 52.625, 50.34375, 56.1875, 51.6875, 59.96875, 56.8125, 50.34375, 54.375, 50.9375, 50.0, 53.9375, 59.28125, 51.3125, 59.90625, 54.46875, 53.03125, 59.3125, 53.125, 51.5, 59.15625, 59.21875, 57.8125, 57.6875, 54.625, 58.5, 54.0625, 54.8125, 51.59375, 55.3125, 57.15625, 52.59375, 51.375, 50.75, 54.71875, 51.09375, 54.21875, 56.09375, 50.59375, 57.90625, 50.9375, 51.1875, 56.53125, 59.40625, 51.15625, 57.0, 54.71875, 52.03125, 55.6875, 54.28125, 53.8125, 58.65625, 55.59375, 58.09375, 50.4375, 59.4375, 52.28125, 55.125, 50.65625, 52.09375, 54.78125, 57.5, 57.71875, 54.71875, 52.46875, 56.0625, 53.71875, 51.625, 57.625, 57.875, 51.6875, 50.375, 57.40625, 58.0625, 50.71875, 53.9375, 56.9375, 53.34375, 57.875, 50.40625, 55.625, 52.15625, 57.125, 50.15625, 57.0625, 54.5625, 56.96875, 51.15625, 58.34375, 56.5625, 50.34375, 58.6875, 51.6875, 53.84375, 53.5, 57.71875, 57.5625, 50.84375, 58.53125, 51.59375, 57.15625, 51.25, 54.09375, 51.09375, 56.6875, 54.0, 55.625, 60.0, 58.25, 52.0, 54.34375, 55.6875, 53.375, 50.59375, 53.46875, 52.78125, 52.0, 51.59375, 51.0625, 58.4375, 54.53125, 57.28125, 57.78125, 58.53125, 55.875, 58.4375, 51.375, 51.875, 56.46875, 53.75, 51.90625, 53.71875, 53.96875, 58.90625, 54.3125, 58.9375, 52.03125, 58.71875, 58.25, 51.78125, 57.65625, 57.9375, 57.90625, 59.0, 54.5625, 54.90625, 52.53125, 54.96875, 59.25, 56.28125, 58.0625, 58.6875, 56.09375, 55.53125, 52.125, 55.8125, 56.1875, 50.5, 50.03125, 59.75, 50.53125, 58.09375, 56.25, 58.34375, 55.4375, 55.5625, 52.21875, 55.9375, 58.9375, 52.28125, 59.25, 52.5, 56.4375, 59.15625, 58.21875, 53.09375, 55.625, 57.9375, 59.8125, 57.375, 59.21875, 55.15625]]> : tensor<2x300xf16>
  weft.return %0 : tensor<2x300xf16>
}
weft.func @expected_normalize_f16() -> (tensor<2x300xf16>) {
  %0 = weft.constant dense<[[-1.341796875, -0.447021484375, 0.482666015625, 0.09918212890625, -1.6669921875, 0.0294342041015625, -1.794921875, -0.2261962890625, 1.0634765625, 0.2734375, -0.47021484375, 0.529296875, 0.261962890625, -0.412109375, -0.412109375, 0.6455078125, 0.505859375, 0.55224609375, -1.376953125, 1.6220703125, 1.3662109375, -1.2724609375, 0.982421875, -0.50537109375, 1.16796875, 0.017822265625, 0.505859375, 0.4013671875, 0.529296875, 0.45947265625, 0.55224609375, -0.07513427734375, 0.05267333984375, -1.341796875, 0.45947265625, -0.435302734375, -1.6552734375, 1.029296875, 0.6103515625, -0.48193359375, 0.6103515625, 1.8310546875, -1.318359375, 0.8896484375, 1.8427734375, -1.4462890625, -1.0283203125, -0.65625, 1.71484375, -1.841796875, 0.134033203125, -0.94677734375, -1.306640625, -1.830078125, -0.377197265625, -0.71435546875, -0.5283203125, 1.0986328125, -0.284423828125, -0.435302734375, 0.134033203125, -0.040283203125, 0.79638671875, 0.4013671875, -0.272705078125, 1.8310546875, 1.71484375, 0.57568359375, 1.1796875, -1.2255859375, 1.6328125, 1.400390625, 0.075927734375, -0.95849609375, 0.1805419921875, 0.8896484375, 0.09918212890625, 0.22705078125, -0.388916015625, 0.482666015625, 1.1103515625, 1.203125, -1.0859375, 1.2724609375, 0.529296875, -0.60986328125, 1.3427734375, -1.0625, -1.341796875, 0.94775390625, 1.7841796875, -0.69091796875, 0.0294342041015625, -0.58642578125, 0.436279296875, 1.3427734375, 1.412109375, 0.6455078125, 0.7265625, -0.60986328125, -0.3076171875, -1.7021484375, -1.2607421875, -1.09765625, 0.45947265625, 0.45947265625, -1.7490234375, -0.92333984375, 0.75, 1.2958984375, 0.69189453125, 0.1224365234375, -1.7607421875, -0.0867919921875, 1.8544921875, -1.2607421875, -0.9931640625, 1.1455078125, 1.0751953125, 1.15625, -0.24951171875, -1.771484375, 1.0517578125, 1.5517578125, 0.1689453125, -0.412109375, -1.330078125, -0.81884765625, 0.0875244140625, 1.005859375, -1.4814453125, -0.098388671875, -1.794921875, 0.1805419921875, -0.0170440673828125, -0.06353759765625, -0.93505859375, -1.353515625, 1.412109375, 1.64453125, 0.1805419921875, 1.6796875, -0.388916015625, -0.447021484375, -0.50537109375, -1.55078125, -0.60986328125, -0.2958984375, 0.75, -0.72607421875, -0.423828125, 0.94775390625, -0.0286712646484375, 0.412841796875, -0.2958984375, -1.14453125, -0.36572265625, 0.192138671875, 1.3427734375, -0.47021484375, -1.388671875, -1.7607421875, 1.7724609375, 0.45947265625, 1.21484375, 1.15625, 0.21533203125, -1.09765625, -0.06353759765625, -1.5283203125, 0.2037353515625, 1.5869140625, -0.2958984375, -0.051910400390625, -0.865234375, 1.21484375, 1.458984375, 0.250244140625, -0.24951171875, -1.330078125, 0.424560546875, -1.1904296875, -0.81884765625, -0.60986328125, -0.912109375, 0.70361328125, 0.412841796875, 1.3310546875, 1.005859375, 1.1455078125, -0.94677734375, 0.308349609375, 1.3193359375, 0.366455078125, -0.900390625, 0.83154296875, -0.5400390625, 0.470947265625, 1.23828125, 0.11077880859375, -0.156494140625, -0.11004638671875, 0.517578125, 1.5400390625, -0.0286712646484375, 0.517578125, 0.68017578125, 1.0751953125, -1.5048828125, 0.2037353515625, -1.4345703125, -1.7607421875, -1.2958984375, 1.7841796875, 0.366455078125, 1.0517578125, 0.296630859375, 0.470947265625, -0.5634765625, 0.59912109375, -0.84228515625, 0.1689453125, 0.0643310546875, 0.1224365234375, -1.400390625, 0.04107666015625, -0.84228515625, -1.783203125, 0.958984375, -1.400390625, 1.66796875, 0.017822265625, -0.50537109375, -1.7490234375, -1.818359375, 0.66845703125, 0.71533203125, -0.5400390625, 1.3076171875, -0.7724609375, 0.0875244140625, -1.330078125, -0.5517578125, 0.83154296875, -0.24951171875, -0.85400390625, 0.006198883056640625, 1.26171875, 0.308349609375, -0.876953125, 1.447265625, -1.4580078125, 0.93603515625, -0.2030029296875, 0.09918212890625, -0.912109375, -0.900390625, -1.2958984375, 0.1572265625, 0.81982421875, -1.830078125, -0.80712890625, -0.051910400390625, 1.73828125, 0.006198883056640625, 0.1805419921875, 0.134033203125, -1.2373046875, 0.09918212890625, -1.2724609375, 1.0986328125, 1.0400390625, 0.994140625, -1.0400390625, -0.260986328125, -1.5283203125, 0.296630859375, -1.12109375, 1.19140625, 0.1572265625, -1.0400390625, 0.2734375, -0.36572265625, 0.6103515625, 1.435546875, -1.783203125, -0.876953125, 1.3662109375, -1.400390625, 0.250244140625, 1.69140625, -1.0517578125, 1.494140625, -0.876953125, 0.261962890625, 0.6220703125, -1.57421875, 1.3076171875, 1.21484375, -1.771484375], [-0.060150146484375, 1.423828125, -0.488525390625, -0.196044921875, -0.59326171875, -1.439453125, -1.345703125, 0.56689453125, -0.76025390625, 1.517578125, 1.33984375, 0.765625, 0.0025424957275390625, 0.88037109375, -1.6279296875, 1.4970703125, 1.5908203125, 0.316162109375, 0.232421875, 0.828125, -1.6591796875, 0.6611328125, -0.405029296875, -1.6591796875, -0.2169189453125, 1.423828125, 0.3056640625, -0.79150390625, 0.01299285888671875, 1.08984375, -1.1787109375, 1.5390625, -1.1474609375, -1.23046875, -1.5751953125, 1.298828125, 0.399658203125, 0.50439453125, -0.331787109375, -1.314453125, -0.436279296875, -1.115234375, 0.25341796875, 0.53564453125, 0.11749267578125, -0.405029296875, -0.79150390625, 0.60888671875, -1.0634765625, 1.4443359375, 0.0025424957275390625, 0.11749267578125, 1.18359375, -1.2724609375, 1.4033203125, 1.3193359375, -0.41552734375, -1.10546875, 0.99560546875, -1.5234375, 0.84912109375, 0.7548828125, -1.2197265625, -1.669921875, -1.283203125, 0.70263671875, -0.2169189453125, 1.5703125, -1.23046875, 1.5390625, 1.5595703125, -0.634765625, -1.4609375, 1.12109375, 0.50439453125, 0.7236328125, -1.0634765625, -1.4921875, -0.7392578125, 1.24609375, -1.6171875, 1.0478515625, -1.021484375, -0.6455078125, 0.2220458984375, 1.30859375, 0.18017578125, 0.2010498046875, 0.88037109375, 0.681640625, 1.1728515625, -0.62451171875, 1.517578125, 1.5703125, 0.74462890625, -1.4814453125, -0.384033203125, 0.98486328125, -0.927734375, -0.049713134765625, -0.58251953125, -1.1259765625, 0.232421875, -0.457275390625, 1.068359375, -1.376953125, 1.330078125, -0.405029296875, 0.77587890625, -0.93798828125, -1.3974609375, -1.501953125, -0.78125, -0.93798828125, 0.44140625, 0.399658203125, 1.3505859375, 0.38916015625, 0.2010498046875, -0.79150390625, -1.5546875, 0.399658203125, -1.10546875, 1.6640625, 0.60888671875, -1.5546875, -0.2064208984375, -1.3564453125, -1.669921875, -0.352783203125, 1.4345703125, -1.23046875, 1.6435546875, -0.1751708984375, -0.65576171875, 1.4443359375, -0.62451171875, -1.16796875, 1.392578125, 1.4130859375, 0.94287109375, 0.9013671875, -0.12286376953125, 1.1728515625, -0.31103515625, -0.060150146484375, -1.13671875, 0.1070556640625, 0.7236328125, -0.80224609375, -1.2099609375, -1.4189453125, -0.09149169921875, -1.3037109375, -0.2587890625, 0.368408203125, -1.470703125, 0.974609375, -1.3564453125, -1.2724609375, 0.5146484375, 1.4765625, -1.283203125, 0.67138671875, -0.09149169921875, -0.990234375, 0.232421875, -0.23779296875, -0.39453125, 1.2255859375, 0.2010498046875, 1.037109375, -1.5234375, 1.486328125, -0.90673828125, 0.044342041015625, -1.4501953125, -0.96923828125, -0.07061767578125, 0.83837890625, 0.91162109375, -0.09149169921875, -0.84375, 0.35791015625, -0.426025390625, -1.1259765625, 0.88037109375, 0.9638671875, -1.10546875, -1.5439453125, 0.80712890625, 1.0263671875, -1.4296875, -0.352783203125, 0.650390625, -0.55126953125, 0.9638671875, -1.5341796875, 0.2115478515625, -0.9482421875, 0.71337890625, -1.6171875, 0.6923828125, -0.143798828125, 0.6611328125, -1.283203125, 1.12109375, 0.52490234375, -1.5546875, 1.2353515625, -1.10546875, -0.384033203125, -0.4990234375, 0.91162109375, 0.859375, -1.3876953125, 1.18359375, -1.13671875, 0.7236328125, -1.251953125, -0.300537109375, -1.3037109375, 0.56689453125, -0.331787109375, 0.2115478515625, 1.6748046875, 1.08984375, -1.0009765625, -0.2169189453125, 0.232421875, -0.541015625, -1.470703125, -0.509765625, -0.7392578125, -1.0009765625, -1.13671875, -1.314453125, 1.15234375, -0.1541748046875, 0.765625, 0.9326171875, 1.18359375, 0.295166015625, 1.15234375, -1.2099609375, -1.04296875, 0.49365234375, -0.41552734375, -1.0322265625, -0.426025390625, -0.34228515625, 1.30859375, -0.2274169921875, 1.3193359375, -0.990234375, 1.24609375, 1.08984375, -1.07421875, 0.890625, 0.98486328125, 0.974609375, 1.33984375, -0.143798828125, -0.02880859375, -0.8232421875, -0.007904052734375, 1.423828125, 0.430908203125, 1.0263671875, 1.2353515625, 0.368408203125, 0.18017578125, -0.958984375, 0.274169921875, 0.399658203125, -1.501953125, -1.6591796875, 1.5908203125, -1.4921875, 1.037109375, 0.420654296875, 1.12109375, 0.1488037109375, 0.190673828125, -0.927734375, 0.316162109375, 1.3193359375, -0.90673828125, 1.423828125, -0.83349609375, 0.4833984375, 1.392578125, 1.0791015625, -0.634765625, 0.2115478515625, 0.98486328125, 1.6123046875, 0.796875, 1.4130859375, 0.0548095703125]]> : tensor<2x300xf16>
  weft.return %0 : tensor<2x300xf16>
}
weft.func @test_batch_norm_1(%a0: tensor<2x4x3x4xf32>, %a1: tensor<4xf32>, %a2: tensor<4xf32>, %a3: tensor<4xf32>, %a4: tensor<4xf32>) -> (tensor<2x4x3x4xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.batch_norm %a0, %a1, %a2, %a3, %a4 {dim = 1 : i64, epsilon = 1.0e-3 : f32} : (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4x3x4xf32>)
  weft.return %r0 : tensor<2x4x3x4xf32>
}
weft.func @test_batch_norm_1.dynamic(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xf32>, %a3: tensor<?xf32>, %a4: tensor<?xf32>) -> (tensor<?x?x?x?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.batch_norm %a0, %a1, %a2, %a3, %a4 {dim = 1 : i64, epsilon = 1.0e-3 : f32} : (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_batch_norm_1() -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[[[0.4727996, -0.98663807, -0.42444974, -0.5890406], [1.8583913, 1.8529152, 1.7503217, -0.3380259], [1.8310903, 0.5746831, -1.1905049, -0.084961005]], [[-1.5719981, 0.12655887, 1.8050494, -0.3354547], [-0.48732802, -1.6997945, -0.04825612, 0.71843207], [1.7019649, -0.62801063, -0.9987692, 1.7467598]], [[-1.5900961, -0.54162127, -0.04589093, 1.7876937], [0.40937078, 1.4991344, 1.6065241, 1.0115927], [1.1669533, -1.1833973, 1.2606184, 1.2010839]], [[-0.7158742, -1.1773604, -0.9333027, 1.3873757], [0.7983058, -0.08347826, -1.6505895, 1.5754066], [-1.9521554, -1.1642125, 1.6100129, 0.08145345]]], [[[-0.62202835, 0.038542192, 0.5170888, 0.74476904], [0.18362603, -1.8114417, -1.3621964, -0.9482857], [-0.13665883, 0.30734962, 1.1710156, -1.1632036]], [[-1.5535678, 1.3289986, 0.3815664, -0.48623407], [-1.7086291, -1.2314981, 1.198704, 0.08402483], [-1.9213881, -0.014872215, -0.25046372, 1.0436435]], [[-1.6223465, -0.41362667, 1.667272, 0.9052532], [0.6047428, -0.3889161, -0.99786806, -1.6289966], [-0.7851406, -0.5448769, -0.24602053, 1.3619546]], [[-0.2779831, 0.5836863, -1.3349499, -0.5284945], [1.7272671, -1.3003641, -1.5589418, -1.7020103], [-1.9842579, -1.41029, -1.6506068, -1.3243858]]]]> : tensor<2x4x3x4xf32>
  %1 = weft.constant dense<[-0.36309585, 0.8083066, 1.2677447, 0.29168472]> : tensor<4xf32>
  %2 = weft.constant dense<[-1.5922526, 1.2880509, 0.65254843, 1.3176948]> : tensor<4xf32>
  %3 = weft.constant dense<[1.0240432, -1.1903368, 1.8649334, 1.1310481]> : tensor<4xf32>
  %4 = weft.constant dense<[0.71884316, 1.5654854, 0.90222096, 0.2976719]> : tensor<4xf32>
  weft.return %0, %1, %2, %3, %4 : tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
weft.func @expected_batch_norm_1() -> (tensor<2x4x3x4xf32>) {
  %0 = weft.constant dense<[[[[-1.3563429, -0.7317631, -0.97235674, -0.9019186], [-1.9493195, -1.946976, -1.9030702, -1.0093427], [-1.9376358, -1.3999449, -0.6445164, -1.1176441]], [[1.0415655, 2.1385312, 3.2225378, 1.8401527], [1.7420696, 0.9590318, 2.025632, 2.520776], [3.1559634, 1.6512136, 1.4117695, 3.184893]], [[-3.9562376, -2.5576398, -1.8963677, 0.5495158], [-1.289078, 0.16459627, 0.30784717, -0.4857528], [-0.27851182, -3.4137275, -0.15356861, -0.23298386]], [[0.3319486, 0.08564248, 0.21590187, 1.4545029], [1.1401024, 0.6694733, -0.16693108, 1.5548594], [-0.32788393, 0.092659846, 1.5733297, 0.75750124]]], [[[-0.8878012, -1.1704984, -1.3752968, -1.4727347], [-1.2325884, -0.37878084, -0.57103944, -0.74817634], [-1.0955195, -1.285537, -1.6551508, -0.6562003]], [[1.0534683, 2.9150934, 2.3032207, 1.742776], [0.9533262, 1.261468, 2.8309464, 2.1110618], [0.8159217, 2.047192, 1.8950417, 2.730805]], [[-3.9992576, -2.3869033, 0.3888809, -0.62760293], [-1.0284643, -2.353941, -3.1662436, -4.008128], [-2.882479, -2.5619826, -2.1633277, -0.018392777]], [[0.56566143, 1.0255548, 0.0015332603, 0.4319576], [1.635911, 0.019992476, -0.11801657, -0.19437559], [-0.34501785, -0.038677562, -0.1669403, 0.0071715647]]]]> : tensor<2x4x3x4xf32>
  weft.return %0 : tensor<2x4x3x4xf32>
}
weft.func @test_batch_norm_training_1(%a0: tensor<2x4x3x4xf32>, %a1: tensor<4xf32>, %a2: tensor<4xf32>, %a3: tensor<4xf32>, %a4: tensor<4xf32>) -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0, %r1, %r2 = weft.batch_norm %a0, %a1, %a2, %a3, %a4 {dim = 1 : i64, epsilon = 1.0e-3 : f32, momentum = 0.75 : f32, training} : (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>)
  weft.return %r0, %r1, %r2 : tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>
}
weft.func @test_batch_norm_training_1.dynamic(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xf32>, %a3: tensor<?xf32>, %a4: tensor<?xf32>) -> (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0, %r1, %r2 = weft.batch_norm %a0, %a1, %a2, %a3, %a4 {dim = 1 : i64, epsilon = 1.0e-3 : f32, momentum = 0.75 : f32, training} : (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) -> (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>)
  weft.return %r0, %r1, %r2 : tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>
}
weft.func @inputs_batch_norm_training_1() -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[[[0.4727996, -0.98663807, -0.42444974, -0.5890406], [1.8583913, 1.8529152, 1.7503217, -0.3380259], [1.8310903, 0.5746831, -1.1905049, -0.084961005]], [[-1.5719981, 0.12655887, 1.8050494, -0.3354547], [-0.48732802, -1.6997945, -0.04825612, 0.71843207], [1.7019649, -0.62801063, -0.9987692, 1.7467598]], [[-1.5900961, -0.54162127, -0.04589093, 1.7876937], [0.40937078, 1.4991344, 1.6065241, 1.0115927], [1.1669533, -1.1833973, 1.2606184, 1.2010839]], [[-0.7158742, -1.1773604, -0.9333027, 1.3873757], [0.7983058, -0.08347826, -1.6505895, 1.5754066], [-1.9521554, -1.1642125, 1.6100129, 0.08145345]]], [[[-0.62202835, 0.038542192, 0.5170888, 0.74476904], [0.18362603, -1.8114417, -1.3621964, -0.9482857], [-0.13665883, 0.30734962, 1.1710156, -1.1632036]], [[-1.5535678, 1.3289986, 0.3815664, -0.48623407], [-1.7086291, -1.2314981, 1.198704, 0.08402483], [-1.9213881, -0.014872215, -0.25046372, 1.0436435]], [[-1.6223465, -0.41362667, 1.667272, 0.9052532], [0.6047428, -0.3889161, -0.99786806, -1.6289966], [-0.7851406, -0.5448769, -0.24602053, 1.3619546]], [[-0.2779831, 0.5836863, -1.3349499, -0.5284945], [1.7272671, -1.3003641, -1.5589418, -1.7020103], [-1.9842579, -1.41029, -1.6506068, -1.3243858]]]]> : tensor<2x4x3x4xf32>
  %1 = weft.constant dense<[-0.36309585, 0.8083066, 1.2677447, 0.29168472]> : tensor<4xf32>
  %2 = weft.constant dense<[-1.5922526, 1.2880509, 0.65254843, 1.3176948]> : tensor<4xf32>
  %3 = weft.constant dense<[1.0240432, -1.1903368, 1.8649334, 1.1310481]> : tensor<4xf32>
  %4 = weft.constant dense<[0.71884316, 1.5654854, 0.90222096, 0.2976719]> : tensor<4xf32>
  weft.return %0, %1, %2, %3, %4 : tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
weft.func @expected_batch_norm_training_1() -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[[[-1.730831, -1.230532, -1.4232516, -1.3668294], [-2.2058156, -2.2039382, -2.168769, -1.4528779], [-2.1964567, -1.765757, -1.160646, -1.5396292]], [[0.2665313, 1.4587939, 2.6369712, 1.1344942], [1.0278902, 0.17682756, 1.3360865, 1.8742454], [2.5646133, 0.92914134, 0.66889596, 2.5960562]], [[-1.3490304, -0.16826162, 0.3900187, 2.4549603], [0.90272415, 2.1299913, 2.2509313, 1.580933], [1.7558966, -0.8910153, 1.8613801, 1.7943336]], [[1.2749786, 1.1622055, 1.2218457, 1.7889489], [1.6449982, 1.429517, 1.0465627, 1.8348979], [0.9728692, 1.1654184, 1.8433546, 1.4698212]]], [[[-1.3555212, -1.5819665, -1.7460135, -1.8240628], [-1.6317016, -0.94778717, -1.1017896, -1.2436793], [-1.5219071, -1.6741143, -1.9701813, -1.1700048]], [[0.27946803, 2.3028183, 1.6377904, 1.0286582], [0.17062633, 0.50553733, 2.2113612, 1.428938], [0.021285081, 1.3595196, 1.1941516, 2.10252]], [[-1.38535, -0.02411699, 2.319344, 1.4611757], [1.1227478, 0.0037114928, -0.68207645, -1.3928392], [-0.44250757, -0.171928, 0.16463727, 1.9755025]], [[1.3819859, 1.5925517, 1.1236954, 1.3207686], [1.872008, 1.1321471, 1.0689586, 1.033997], [0.9650243, 1.1052846, 1.0465585, 1.126277]]]]> : tensor<2x4x3x4xf32>
  %1 = weft.constant dense<[0.7851695, -0.9219251, 1.4455062, 0.7130178]> : tensor<4xf32>
  %2 = weft.constant dense<[0.8193575, 1.5053833, 0.9932192, 0.5791869]> : tensor<4xf32>
  weft.return %0, %1, %2 : tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>
}
weft.func @test_batch_norm_3(%a0: tensor<2x4x3x4xf32>, %a1: tensor<4xf32>, %a2: tensor<4xf32>, %a3: tensor<4xf32>, %a4: tensor<4xf32>) -> (tensor<2x4x3x4xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.batch_norm %a0, %a1, %a2, %a3, %a4 {dim = 3 : i64, epsilon = 1.0e-3 : f32} : (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4x3x4xf32>)
  weft.return %r0 : tensor<2x4x3x4xf32>
}
weft.func @test_batch_norm_3.dynamic(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xf32>, %a3: tensor<?xf32>, %a4: tensor<?xf32>) -> (tensor<?x?x?x?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0 = weft.batch_norm %a0, %a1, %a2, %a3, %a4 {dim = 3 : i64, epsilon = 1.0e-3 : f32} : (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_batch_norm_3() -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[[[0.524321, 1.9739696, 0.6585331, 1.6709875], [-1.2078468, 0.01434995, -0.79345375, 1.7712543], [-1.3997146, -1.8949625, 0.13807954, -0.33523965]], [[-1.1451876, 1.697379, -0.8366386, -1.0526677], [0.70806104, 1.8884026, -0.3240042, 1.0380856], [-1.7742779, 1.375745, 0.15475528, 0.5937996]], [[-0.13081124, -1.930895, -0.45181635, -1.3509392], [-1.2788745, 1.3284255, -0.6089552, 1.3008479], [1.0595139, 0.7840931, -0.08733454, -1.7285254]], [[1.2695107, -1.8870358, -0.4682584, 1.5459465], [1.0174624, 0.32795262, 0.52026737, 1.7365566], [1.0895652, 0.17008555, -0.5133275, -1.5494822]]], [[[1.3261381, 1.175289, 0.58750296, 1.5745032], [-1.8791844, -1.5883194, 0.4020516, 1.9946535], [1.7333525, 0.56557804, -1.5679153, 0.2009141]], [[0.46766874, 1.1212656, 1.9320592, 1.1047192], [0.057655178, 1.0096587, -0.5837545, -0.13786191], [0.13302426, -0.5230044, 1.9239533, -0.85096395]], [[0.5811254, -1.0710553, 1.9901891, -0.6072984], [0.4214935, 1.7281522, 0.7363151, 0.32746023], [-1.6893947, -0.31112796, -0.22287184, 0.77978915]], [[-0.06095082, -0.9132733, 0.12116758, -0.48648322], [1.2701468, -0.1303368, -0.17855561, 0.8463628], [0.14655684, -0.26143393, -1.6708286, -0.15797426]]]]> : tensor<2x4x3x4xf32>
  %1 = weft.constant dense<[1.4587353, 1.8834364, 1.4132563, -1.571593]> : tensor<4xf32>
  %2 = weft.constant dense<[1.5349748, -0.014514514, 0.7781319, 0.49970937]> : tensor<4xf32>
  %3 = weft.constant dense<[-0.014876749, -1.1536834, -0.56055194, -0.5904363]> : tensor<4xf32>
  %4 = weft.constant dense<[1.5607281, 0.38592476, 0.22792819, 1.7155484]> : tensor<4xf32>
  weft.return %0, %1, %2, %3, %4 : tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
weft.func @expected_batch_norm_3() -> (tensor<2x4x3x4xf32>) {
  %0 = weft.constant dense<[[[[2.1643677, 9.455623, 4.378984, -2.2129424], [0.14244877, 3.5221426, 0.090202056, -2.3332155], [-0.08151406, -2.259014, 2.841703, 0.19359268]], [[0.21558933, 8.618141, -0.03735456, 1.0541711], [2.3788433, 9.196537, 1.4768308, -1.4537557], [-0.5187331, 7.6442747, 2.8909588, -0.92082024]], [[1.3996472, -2.3678126, 1.0993079, 1.4119574], [0.059539735, 7.500997, 0.6351616, -1.7689477], [2.7890859, 5.8528275, 2.17589, 1.8648844]], [[3.0342104, -2.2350128, 1.0507424, -2.0629516], [2.7400002, 4.4716916, 3.970584, -2.2915945], [2.8241642, 3.9936903, 0.91762036, 1.6501163]]], [[[3.10031, 7.037319, 4.16918, -2.097206], [-0.6411879, -1.3305373, 3.621406, -2.60119], [3.575642, 5.1911917, -2.197351, -0.44954124]], [[2.098239, 6.873743, 8.14064, -1.533685], [1.6196396, 6.5358114, 0.70959777, -0.043168366], [1.7076162, 1.8951017, 8.116698, 0.8122208]], [[2.2306743, 0.23567301, 8.312341, 0.519936], [2.0443397, 8.711319, 4.6087313, -0.60133743], [-0.4196509, 2.5366368, 1.7755489, -1.1439208]], [[1.4811937, 0.713417, 2.7917495, 0.37501428], [3.0349529, 3.0840495, 1.9064472, -1.2237781], [1.7234125, 2.687104, -2.5013292, -0.019042946]]]]> : tensor<2x4x3x4xf32>
  weft.return %0 : tensor<2x4x3x4xf32>
}
weft.func @test_batch_norm_training_3(%a0: tensor<2x4x3x4xf32>, %a1: tensor<4xf32>, %a2: tensor<4xf32>, %a3: tensor<4xf32>, %a4: tensor<4xf32>) -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0, %r1, %r2 = weft.batch_norm %a0, %a1, %a2, %a3, %a4 {dim = 3 : i64, epsilon = 1.0e-3 : f32, momentum = 0.75 : f32, training} : (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>)
  weft.return %r0, %r1, %r2 : tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>
}
weft.func @test_batch_norm_training_3.dynamic(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xf32>, %a3: tensor<?xf32>, %a4: tensor<?xf32>) -> (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>) attributes {weft.tolerance = 1.0e-05 : f64} {
  %r0, %r1, %r2 = weft.batch_norm %a0, %a1, %a2, %a3, %a4 {dim = 3 : i64, epsilon = 1.0e-3 : f32, momentum = 0.75 : f32, training} : (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) -> (tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>)
  weft.return %r0, %r1, %r2 : tensor<?x?x?x?xf32>, tensor<?xf32>, tensor<?xf32>
}
weft.func @inputs_batch_norm_training_3() -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[[[0.524321, 1.9739696, 0.6585331, 1.6709875], [-1.2078468, 0.01434995, -0.79345375, 1.7712543], [-1.3997146, -1.8949625, 0.13807954, -0.33523965]], [[-1.1451876, 1.697379, -0.8366386, -1.0526677], [0.70806104, 1.8884026, -0.3240042, 1.0380856], [-1.7742779, 1.375745, 0.15475528, 0.5937996]], [[-0.13081124, -1.930895, -0.45181635, -1.3509392], [-1.2788745, 1.3284255, -0.6089552, 1.3008479], [1.0595139, 0.7840931, -0.08733454, -1.7285254]], [[1.2695107, -1.8870358, -0.4682584, 1.5459465], [1.0174624, 0.32795262, 0.52026737, 1.7365566], [1.0895652, 0.17008555, -0.5133275, -1.5494822]]], [[[1.3261381, 1.175289, 0.58750296, 1.5745032], [-1.8791844, -1.5883194, 0.4020516, 1.9946535], [1.7333525, 0.56557804, -1.5679153, 0.2009141]], [[0.46766874, 1.1212656, 1.9320592, 1.1047192], [0.057655178, 1.0096587, -0.5837545, -0.13786191], [0.13302426, -0.5230044, 1.9239533, -0.85096395]], [[0.5811254, -1.0710553, 1.9901891, -0.6072984], [0.4214935, 1.7281522, 0.7363151, 0.32746023], [-1.6893947, -0.31112796, -0.22287184, 0.77978915]], [[-0.06095082, -0.9132733, 0.12116758, -0.48648322], [1.2701468, -0.1303368, -0.17855561, 0.8463628], [0.14655684, -0.26143393, -1.6708286, -0.15797426]]]]> : tensor<2x4x3x4xf32>
  %1 = weft.constant dense<[1.4587353, 1.8834364, 1.4132563, -1.571593]> : tensor<4xf32>
  %2 = weft.constant dense<[1.5349748, -0.014514514, 0.7781319, 0.49970937]> : tensor<4xf32>
  %3 = weft.constant dense<[-0.014876749, -1.1536834, -0.56055194, -0.5904363]> : tensor<4xf32>
  %4 = weft.constant dense<[1.5607281, 0.38592476, 0.22792819, 1.7155484]> : tensor<4xf32>
  weft.return %0, %1, %2, %3, %4 : tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
weft.func @expected_batch_norm_training_3() -> (tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[[[2.1647952, 2.6977081, 1.7108835, -1.3482716], [-0.14321768, -0.28775963, -0.4636568, -1.4877838], [-0.3988704, -3.196585, 0.93143624, 1.4432125]], [[-0.05972802, 2.2763243, -0.5283318, 2.441449], [2.4096181, 2.5673475, 0.23940533, -0.46764565], [-0.8979543, 1.786317, 0.95641035, 0.15053822]], [[1.2918695, -3.2513278, 0.047989905, 2.8564668], [-0.23785804, 1.714226, -0.1873461, -0.8332557], [2.8779087, 0.8849391, 0.5938491, 3.3818438]], [[3.1577172, -3.1845086, 0.02336577, -1.1742883], [2.8218772, 0.19001201, 1.5038126, -1.4395051], [2.9179502, -0.050497457, -0.044131063, 3.1327214]]], [[[3.2331698, 1.4809235, 1.6045066, -1.2140224], [-1.037736, -2.7294161, 1.326769, -1.7986236], [3.7757595, 0.5520328, -1.6235144, 0.6972029]], [[2.0893092, 1.3986193, 3.6181555, -0.56036025], [1.5429901, 1.2285868, -0.14960471, 1.1685792], [1.643415, -1.1064155, 3.606016, 2.1607964]], [[2.2404838, -1.9413675, 3.7052126, 1.8217577], [2.0277834, 2.323207, 1.8273722, 0.52112544], [-0.7848523, -0.78362316, 0.39086428, -0.10824947]], [[1.3849545, -1.7009876, 0.9061083, 1.6536543], [3.1585648, -0.50818896, 0.45723364, -0.20088074], [1.6614463, -0.7079146, -1.7776405, 1.1965637]]]]> : tensor<2x4x3x4xf32>
  %1 = weft.constant dense<[0.0017523665, -0.8168365, -0.4114852, -0.35711426]> : tensor<4xf32>
  %2 = weft.constant dense<[1.4699337, 0.6712792, 0.3933203, 1.6053522]> : tensor<4xf32>
  weft.return %0, %1, %2 : tensor<2x4x3x4xf32>, tensor<4xf32>, tensor<4xf32>
}
