/** The entry of the worker that finds components. */
import { expose } from "comlink";
import { pcaJob } from "./pcaJob";

expose(pcaJob);
