/** The import worker's entry. */
import { expose } from "comlink";
import { importJob } from "./importJob";

expose(importJob);
