// The table of contents of the core.
export * from "./errors";
export * from "./factor/cholesky";
export * from "./factor/eigh";
export * from "./factor/inverse";
export * from "./factor/lu";
export * from "./factor/order";
export * from "./factor/qr";
export * from "./factor/small";
export * from "./factor/subspaces";
export * from "./factor/svd";
export * from "./kernels/matmul";
export * from "./matrix/mat2";
export * from "./matrix/matrix";
export * from "./matrix/scaling";
export * from "./matrix/vec2";
export * from "./tolerance";
