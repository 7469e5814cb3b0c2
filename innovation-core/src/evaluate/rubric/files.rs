//! The built-in rubrics: one file each, in the order of their ids.

/// Their texts.
pub(super) const FILES: &[&str] = &[
    include_str!("../../../rubrics/acceptability-feasibility.json"),
    include_str!("../../../rubrics/adaptation-record.json"),
    include_str!("../../../rubrics/cfir.json"),
    include_str!("../../../rubrics/clinical-sustainability.json"),
    include_str!("../../../rubrics/innovation-attributes.json"),
    include_str!("../../../rubrics/living-lab-cube.json"),
    include_str!("../../../rubrics/nasss.json"),
    include_str!("../../../rubrics/nhs-sustainability.json"),
    include_str!("../../../rubrics/programme-sustainability.json"),
    include_str!("../../../rubrics/project-progress.json"),
    include_str!("../../../rubrics/psychological-safety.json"),
    include_str!("../../../rubrics/re-aim.json"),
    include_str!("../../../rubrics/scalability.json"),
    include_str!("../../../rubrics/team-climate.json"),
    include_str!("../../../rubrics/technology-readiness.json"),
    include_str!("../../../rubrics/treatment-acceptability.json"),
    include_str!("../../../rubrics/value-for-whom.json"),
    include_str!("../../../rubrics/workshop-feedback.json"),
];
