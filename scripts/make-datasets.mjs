// Writes the shipped datasets from their packages: node scripts/make-datasets.mjs, on Debian with npm, after apt-get update.
// The values are copied as they stand; only headers, class names and the order of the columns are ours.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";

const out = path.join(import.meta.dirname, "../public/data");
const work = fs.mkdtempSync(path.join(os.tmpdir(), "datasets-"));
const run = (command, ...args) => execFileSync(command, args, { cwd: work, stdio: ["ignore", "pipe", "ignore"] });
const only = (pattern) => fs.readdirSync(work).find((name) => pattern.test(name));

run("apt-get", "download", "python3-sklearn");
run("dpkg", "-x", only(/^python3-sklearn.*\.deb$/), "sklearn");
run("npm", "pack", "vega-datasets@3.2.1");
run("tar", "xzf", only(/^vega-datasets.*\.tgz$/));

const sklearn = path.join(work, "sklearn/usr/lib/python3/dist-packages/sklearn/datasets/data");
const lines = (bytes) => bytes.toString().trim().split(/\r?\n/);
const write = (name, rows) =>
  fs.writeFileSync(path.join(out, name), `${rows.map((row) => row.join(",")).join("\n")}\n`);

/** The first line of these two files holds the counts and the class names. */
const classed = (file, classes) =>
  lines(fs.readFileSync(path.join(sklearn, file)))
    .slice(1)
    .map((line) => {
      const cells = line.split(",");
      return [...cells.slice(0, -1), classes[Number(cells.at(-1))]];
    });

write("iris.csv", [
  ["sepal length", "sepal width", "petal length", "petal width", "species"],
  ...classed("iris.csv", ["setosa", "versicolor", "virginica"]),
]);
write("wine.csv", [
  ["alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "total phenols", "flavanoids"].concat(
    ["nonflavanoid phenols", "proanthocyanins", "colour intensity", "hue", "OD280/OD315", "proline"],
    "cultivar",
  ),
  ...classed("wine_data.csv", ["first", "second", "third"]),
]);
const CELL = ["radius", "texture", "perimeter", "area", "smoothness", "compactness"].concat([
  "concavity",
  "concave points",
  "symmetry",
  "fractal dimension",
]);
write("breast-cancer.csv", [
  [
    ...CELL.map((name) => `mean ${name}`),
    ...CELL.map((name) => `${name} error`),
    ...CELL.map((name) => `worst ${name}`),
    "diagnosis",
  ],
  ...classed("breast_cancer.csv", ["malignant", "benign"]),
]);
write("digits.csv", [
  [...Array.from({ length: 64 }, (_, k) => `pixel ${Math.floor(k / 8)} ${k % 8}`), "digit"],
  ...lines(gunzipSync(fs.readFileSync(path.join(sklearn, "digits.csv.gz")))).map((line) => line.split(",").map(Number)),
]);
const penguins = JSON.parse(fs.readFileSync(path.join(work, "package/data/penguins.json"), "utf8"));
write("penguins.csv", [
  ["bill length", "bill depth", "flipper length", "body mass", "species", "island", "sex"],
  ...penguins.map((row) => [
    row["Beak Length (mm)"] ?? "",
    row["Beak Depth (mm)"] ?? "",
    row["Flipper Length (mm)"] ?? "",
    row["Body Mass (g)"] ?? "",
    row.Species,
    row.Island,
    ["MALE", "FEMALE"].includes(row.Sex) ? row.Sex.toLowerCase() : "",
  ]),
]);
fs.rmSync(work, { recursive: true });
