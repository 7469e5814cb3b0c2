//! Who adopts next, what must not be lost, does it last.
//!
//! [`register()`] says which sites use an innovation, for whom, how long, and what they changed;
//! [`sustain()`] what it lacks to last. [`fit()`] reads a curve of adoption; [`exposure()`] what
//! ties had to do with it. [`simulate()`] lets something spread through a network under a stated
//! model, and [`seed()`] finds where to start so that it reaches most, with a guarantee.
//!
//! Invariant: an arc of a [`DiffusionNetwork`] runs from who influences to who is influenced,
//! whatever the document calls a tie.
//! Invariant: who has not adopted yet is not taken for somebody who never will, nor for an
//! adopter.

mod exposure;
mod fit;
mod model;
mod network;
#[cfg(test)]
mod reference;
mod register;
mod seed;
mod simulate;
mod sustain;

pub use exposure::{
    AdopterCategory, Compatibility, Covariate, Exposure, ExposureRequest, ExposureSummary,
    GeodesicSample, HazardCoefficient, HazardLink, HazardModel, HazardRegression, Moran,
    MoranOptions, NodeExposure, PeriodEffects, PeriodExposure, ThresholdCategory, exposure,
    exposure_watched,
};
pub use fit::{
    BassFit, FitEstimate, FitGoodness, FitInterval, FitMethod, FitPeak, FitRequest, FittedPeriod,
    ForecastPeriod, GrowthModel, fit,
};
pub use model::{BassCovariates, DiffusionModel};
pub use network::{DiffusionNetwork, Edge, MOST_NODES, Node, Nodes, TieMeaning};
pub use register::{
    Adaptation, AdaptationConcern, AdaptationContext, AdaptationCounts, AdaptationDecider,
    AdaptationGoal, AdaptationNature, AdaptationPhase, AdaptationPlanning, AdaptationReasons,
    AdaptationSeverity, AdaptedAspect, AdoptionWait, CheckDue, ChoiceCount, CoreDrift,
    CoreFidelity, CountedRatio, DeliveryLevel, DiscontinuationCounts, ElementDrift, FairShare,
    FrameElement, InnovationPart, MaintenanceCheck, MonthOfUse, ReasonCount, Register,
    RegisterAdoption, RegisterDisclosure, RegisterReach, RegisterRequest, Site, SiteCheck,
    SiteGroup, SiteMove, SiteStaff, SpreadInnovation, StageCounts, UseStage, register,
};
pub use seed::{
    ChosenSeed, ExpectedAdopters, GuaranteeMethod, NodeCost, SeedCost, SeededSpread, Seeding,
    SeedingGuarantee, SeedingMethod, SeedingRequest, SeedingSets, seed, seed_watched,
};
pub use simulate::{
    NodeShare, SimulateRequest, SimulatedAdopters, SimulatedQuantile, SimulatedStep, Simulation,
    SimulationMethod, simulate, simulate_watched,
};
pub use sustain::{
    Anchor, AnchorBudget, AnchorGap, AnchorGapKind, AnchorHandover, AnchorKind, AnchorMeasure,
    AnchorOwner, AnchorPolicy, AnchorState, AnchorTraining, Anchoring, PactDraft, PactItem,
    PactSide, SustainBand, SustainRequest, SustainScore, Sustainability, WeakFactor, sustain,
};
