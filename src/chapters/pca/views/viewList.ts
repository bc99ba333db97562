/** The views of chapter 2: what fills the stage, and what is taken along. A view is one line here and a folder of its own. */
import { type ComponentType, lazy } from "react";
import type { Picture } from "../../../scene/picture";
import type { Parameters } from "../../../state/parameters";
import { PointsStage, pointsPicture } from "../space/PointsStage";

export type ViewId = Parameters["pca"]["view"];

export interface PcaView {
  readonly id: ViewId;
  readonly label: string;
  readonly Stage: ComponentType;
  /** The stage as it stands now; null where there are no components. */
  readonly picture: () => Picture | null | Promise<Picture | null>;
}

/** In the order in which the choice shows them. */
export const VIEWS: readonly PcaView[] = [
  { id: "original", label: "Original", Stage: PointsStage, picture: pointsPicture },
  { id: "scores", label: "Scores", Stage: PointsStage, picture: pointsPicture },
  { id: "biplot", label: "Biplot", Stage: PointsStage, picture: pointsPicture },
  {
    id: "loadings",
    label: "Loadings",
    Stage: lazy(async () => ({ default: (await import("../loadings/LoadingStage")).LoadingStage })),
    picture: async () => (await import("../loadings/loadingShapes")).picture(),
  },
  {
    id: "strips",
    label: "Strips",
    Stage: lazy(async () => ({ default: (await import("../strips/StripStage")).StripStage })),
    picture: async () => (await import("../strips/stripShapes")).picture(),
  },
  {
    id: "reconstruction",
    label: "Rebuilt",
    Stage: lazy(async () => ({ default: (await import("../reconstruction/ReconstructionStage")).ReconstructionStage })),
    picture: async () => (await import("../reconstruction/reconstructionShapes")).picture(),
  },
  {
    id: "outliers",
    label: "Outliers",
    Stage: lazy(async () => ({ default: (await import("../outliers/OutlierStage")).OutlierStage })),
    picture: async () => (await import("../outliers/outlierShapes")).picture(),
  },
  {
    id: "covariance",
    label: "C",
    Stage: lazy(async () => ({ default: (await import("../covariance/CovarianceStage")).CovarianceStage })),
    picture: async () => (await import("../covariance/covarianceShapes")).picture(),
  },
];

/** The view of that name; one that is not here gives way to the first. */
export const viewOf = (id: ViewId): PcaView => VIEWS.find((view) => view.id === id) ?? (VIEWS[0] as PcaView);
