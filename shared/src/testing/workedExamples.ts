/** Numbers published elsewhere, recomputed in doubles: oracles. Weight matrices are rows = from, columns = to. */

/** Matt Mazur, A Step by Step Backpropagation Example (2015). */
export const MAZUR = {
  learningRate: 0.5,
  biasesUpdated: false,
  x: [0.05, 0.1],
  t: [0.01, 0.99],
  w_ij: [
    [0.15, 0.25],
    [0.2, 0.3],
  ],
  b_j: [0.35, 0.35],
  w_jk: [
    [0.4, 0.5],
    [0.45, 0.55],
  ],
  b_k: [0.6, 0.6],
  bellies_j: [0.3775, 0.3925],
  h: [0.5932699921, 0.5968843783],
  bellies_k: [1.1059059671, 1.2249214041],
  y: [0.7513650696, 0.7729284653],
  E: 0.2983711088,
  delta_k: [0.1384985616, -0.0380982365],
  S_j: [0.0363503064, 0.0413703226],
  delta_j: [0.0087713547, 0.0099542547],
  grad_w_ij: [
    [0.0004385677, 0.0004977127],
    [0.0008771355, 0.0009954255],
  ],
  grad_w_jk: [
    [0.0821670406, -0.0226025405],
    [0.0826676278, -0.0227402422],
  ],
  new_w_ij: [
    [0.1497807161, 0.2497511436],
    [0.1995614323, 0.2995022873],
  ],
  new_w_jk: [
    [0.3589164797, 0.5113012702],
    [0.4086661861, 0.5613701211],
  ],
  E_after: 0.2910277737,
  E_after_as_published: 0.291027924,
};

/** Han & Kamber, Data Mining, worked backpropagation example. */
export const HAN_KAMBER = {
  learningRate: 0.9,
  biasesUpdated: true,
  x: [1, 0, 1],
  t: [1],
  w_ij: [
    [0.2, -0.3],
    [0.4, 0.1],
    [-0.5, 0.2],
  ],
  b_j: [-0.4, 0.2],
  w_jk: [[-0.3], [-0.2]],
  b_k: [0.1],
  bellies_j: [-0.7, 0.1],
  h: [0.3318122, 0.5249792],
  bellies_k: [-0.1045395],
  y: [0.4738889],
  new_w_ij: [
    [0.1921479, -0.3058879],
    [0.4, 0.1],
    [-0.5078521, 0.1941121],
  ],
  new_b_j: [-0.4078521, 0.1941121],
  new_w_jk: [[-0.2608288], [-0.1380251]],
  new_b_k: [0.2180522],
};

/** public 2-2-3 fixture, checked by finite differences. */
export const SOFTMAX = {
  learningRate: 0.5,
  biasesUpdated: false,
  x: [1, 0.5],
  t: [1, 0, 0],
  w_ij: [
    [0.1, 0.3],
    [0.2, 0.4],
  ],
  b_j: [0.1, 0.1],
  w_jk: [
    [0.5, 0.1, 0.3],
    [0.6, 0.2, 0.4],
  ],
  b_k: [0.2, 0.2, 0.2],
  h: [0.574442517, 0.645656306],
  y: [0.417135813, 0.256049895, 0.326814292],
  E: 0.87434342,
  delta_k: [-0.582864187, 0.256049895, 0.326814292],
  S_j: [-0.167782817, -0.167782817],
  delta_j: [-0.0410159041, -0.0383860642],
  new_w_ij: [
    [0.120507952, 0.319193032],
    [0.210253976, 0.409596516],
  ],
  new_w_jk: [
    [0.667410985, 0.0264570268, 0.206131988],
    [0.788164969, 0.117339885, 0.294495146],
  ],
  E_after: 0.693157148,
};

export const SMALL_CHECKS = [
  {
    what: 'tanh unit',
    x: [2, 0],
    w: [-3, 1],
    b: 6.881373587019543,
    // The published number, not the constant.
    // oxlint-disable-next-line oxc/approx-constant
    out: 0.70710678,
    grad_w: [1, 0],
    grad_x: [-1.5, 0.5],
    grad_b: 0.5,
  },
  {
    what: 'sigmoid unit',
    x: [-1, -2],
    w: [2, -3],
    b: -3,
    out: 0.7310586,
    grad_w: [-0.1966, -0.3932],
    grad_x: [0.3932, -0.5898],
    grad_b: 0.1966,
  },
];
