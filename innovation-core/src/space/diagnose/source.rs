//! Where rules come from.
//!
//! Works are cited where what they found was read in them or in their abstracts. A rule that
//! no work states is this library's own, and says so.

/// A source in English and in French.
pub(super) type Source = [&'static str; 2];

/// A work, cited alike in every language.
const fn cited(work: &'static str) -> Source {
    [work, work]
}

pub(super) const OWN: Source = [
    "This library’s own rule, a design hypothesis",
    "Règle propre à cette bibliothèque, une hypothèse de conception",
];

pub(super) const AHHA: Source = [
    "This library’s own rule, after experience-based co-design, where staff and patients first meet among themselves; toolkit of the Australian Healthcare and Hospitals Association (ahha.asn.au)",
    "Règle propre à cette bibliothèque, d’après l’experience-based co-design, où professionnels et patients se réunissent d’abord entre eux\u{202f}; boîte à outils de l’Australian Healthcare and Hospitals Association (ahha.asn.au)",
];

pub(super) const BUCHER: Source = cited(
    "Bucher S., Langley A. (2016), The Interplay of Reflective and Experimental Spaces in Interrupting and Reorienting Routine Dynamics, Organization Science 27(3):594–613, doi 10.1287/orsc.2015.1041",
);

pub(super) const CARTEL: Source = cited(
    "Cartel M., Boxenbaum E., Aggeri F. (2019), Just for fun! How experimental spaces stimulate innovation in institutionalized fields, Organization Studies 40(1):65–92, doi 10.1177/0170840617736937",
);

pub(super) const DOYLE: Source = [
    "Doyle C. et al. (2013), Making change last: applying the NHS Institute for Innovation and Improvement sustainability model to healthcare improvement, Implementation Science 8:127, doi 10.1186/1748-5908-8-127; the limit is this library’s own",
    "Doyle C. et al. (2013), Making change last: applying the NHS Institute for Innovation and Improvement sustainability model to healthcare improvement, Implementation Science 8:127, doi 10.1186/1748-5908-8-127\u{202f}; la limite est propre à cette bibliothèque",
];

pub(super) const DUBE: Source = [
    "Dubé and Grillet, Université du Québec à Montréal: co-creation is often reduced to single workshops of a few hours, and leaves out exploration, experimentation and evaluation",
    "Dubé et Grillet, Université du Québec à Montréal\u{a0}: la co-création se réduit souvent à des ateliers uniques de quelques heures, et laisse de côté l’exploration, l’expérimentation et l’évaluation",
];

pub(super) const EDMONDSON: Source = [
    "Edmondson A. (1999), Psychological safety and learning behavior in work teams, Administrative Science Quarterly 44(2):350–383, doi 10.2307/2666999; that the climate be measured first is this library’s own rule",
    "Edmondson A. (1999), Psychological safety and learning behavior in work teams, Administrative Science Quarterly 44(2):350–383, doi 10.2307/2666999\u{202f}; mesurer d’abord ce climat est une règle propre à cette bibliothèque",
];

pub(super) const FABRIQUE: Source = [
    "La Fabrique de l’hospitalité, Strasbourg University Hospitals, which took the risk of failure upon itself in place of the wards (cairn.info, SDD_006, note 1)",
    "La Fabrique de l’hospitalité, Hôpitaux universitaires de Strasbourg, qui a pris sur elle le risque d’échec à la place des services (cairn.info, SDD_006, note 1)",
];

pub(super) const FARCHI: Source = cited(
    "Farchi T., Dopson S., Ferlie E. (2022), Do we still need professional boundaries? The multiple influences of boundaries on interprofessional collaboration, Organization Studies, doi 10.1177/01708406221074146",
);

pub(super) const FRAME: Source = cited(
    "Wiltsey Stirman S., Baumann A., Miller C. (2019), The FRAME: an expanded framework for reporting adaptations and modifications to evidence-based interventions, Implementation Science 14:58, doi 10.1186/s13012-019-0898-y",
);

pub(super) const FURNARI: Source = cited(
    "Furnari S. (2014), Interstitial Spaces: Microinteraction Settings and the Genesis of New Practices Between Institutional Fields, Academy of Management Review 39(4):439–462, doi 10.5465/amr.2012.0045",
);

pub(super) const FURNARI_OWN: Source = [
    "This library’s own rule, after Furnari S. (2014), Academy of Management Review 39(4):439–462, doi 10.5465/amr.2012.0045",
    "Règle propre à cette bibliothèque, d’après Furnari S. (2014), Academy of Management Review 39(4):439–462, doi 10.5465/amr.2012.0045",
];

pub(super) const GREENHALGH: Source = cited(
    "Greenhalgh T. et al. (2017), Beyond adoption: a new framework for theorizing and evaluating nonadoption, abandonment, and challenges to the scale-up, spread, and sustainability of health and care technologies, Journal of Medical Internet Research 19(11):e367, doi 10.2196/jmir.8775",
);

pub(super) const HERTEL: Source = cited(
    "Hertel E. et al. (2019), Engaging patients in primary care design: an evaluation of a novel approach to codesigning care, Health Expectations 22(4):609–616, doi 10.1111/hex.12909",
);

pub(super) const HERTEL_SHARE: Source = [
    "Hertel E. et al. (2019), Engaging patients in primary care design: an evaluation of a novel approach to codesigning care, Health Expectations 22(4):609–616, doi 10.1111/hex.12909 (roughly equal numbers of patients and staff); the target of 40 to 60 % is this library’s own",
    "Hertel E. et al. (2019), Engaging patients in primary care design: an evaluation of a novel approach to codesigning care, Health Expectations 22(4):609–616, doi 10.1111/hex.12909 (à peu près autant de patients que de professionnels)\u{202f}; la cible de 40 à 60\u{a0}% est propre à cette bibliothèque",
];

pub(super) const INSOLL: Source = [
    "Antoine M., Hallemans S., Rosskamp B., Vanmeerbeek P. (2017), Quelles sont les conditions d’implémentation d’un Living Lab dans le domaine de la santé en Région wallonne ?, final report of the project INSOLL, universities of Liège and Namur",
    "Antoine M., Hallemans S., Rosskamp B., Vanmeerbeek P. (2017), Quelles sont les conditions d’implémentation d’un Living Lab dans le domaine de la santé en Région wallonne\u{a0}?, rapport final du projet INSOLL, universités de Liège et de Namur",
];

pub(super) const KARLOOPIA: Source = cited(
    "Karloopia J. J., Agrawal R. (2024), Identifying and modeling barriers to design thinking implementation in healthcare sector: an ISM-MICMAC approach, Journal of Health Organization and Management, doi 10.1108/jhom-01-2024-0027",
);

pub(super) const KELLOGG: Source = cited(
    "Kellogg K. C. (2009), Operating Room: Relational Spaces and Microinstitutional Change in Surgery, American Journal of Sociology 115(3):657–711, doi 10.1086/603535",
);

pub(super) const LADDER: Source = [
    "This library’s own rule, on the Project Progress Assessment Scale of the Institute for Healthcare Improvement as described by Life QI (2019)",
    "Règle propre à cette bibliothèque, sur la Project Progress Assessment Scale de l’Institute for Healthcare Improvement telle que la décrit Life QI (2019)",
];

pub(super) const LLSA: Source = [
    "This library’s own rule, after the charter of the Forum des Living Labs en Santé et Autonomie (2013), kept apart from statutes so that it can be amended",
    "Règle propre à cette bibliothèque, d’après la charte du Forum des Living Labs en Santé et Autonomie (2013), tenue à part des statuts pour pouvoir être amendée",
];

pub(super) const MAHER: Source = [
    "Maher L., Gustafson D., Evans A. (2010), Sustainability Model and Guide, NHS Institute for Innovation and Improvement; the limits 45 and 55 are those of the bands of this library’s rubric",
    "Maher L., Gustafson D., Evans A. (2010), Sustainability Model and Guide, NHS Institute for Innovation and Improvement\u{202f}; les limites 45 et 55 sont celles des paliers de la grille de cette bibliothèque",
];

pub(super) const OLIVEIRA: Source = [
    "Oliveira M., Zancul E., Fleury A. L. (2021), Design thinking as an approach for innovation in healthcare: systematic review and research avenues, BMJ Innovations 7(2):491–498, doi 10.1136/bmjinnov-2020-000428; the share of a quarter is this library’s own",
    "Oliveira M., Zancul E., Fleury A. L. (2021), Design thinking as an approach for innovation in healthcare: systematic review and research avenues, BMJ Innovations 7(2):491–498, doi 10.1136/bmjinnov-2020-000428\u{202f}; la part d’un quart est propre à cette bibliothèque",
];

pub(super) const RICHARDS: Source = cited(
    "Richards D. P., Jordan I., Strain K., Press Z. (2018), Patient partner compensation in research and health care: the patient perspective on why and how, Patient Experience Journal 5(3), article 2, doi 10.35680/2372-0247.1334",
);

pub(super) const STRINGS: Source = [
    "This library’s own rule, after the quality gate of an open catalogue of Liberating Structures (steffenagohl-creator/liberatingstructures)",
    "Règle propre à cette bibliothèque, d’après le contrôle de qualité d’un catalogue libre de Liberating Structures (steffenagohl-creator/liberatingstructures)",
];
