/** The resampling worker's entry. */
import { expose } from "comlink";
import { bootstrapJob } from "./bootstrapJob";

expose(bootstrapJob);
