//! Where rules come from.
//!
//! Works are cited where what they found was read in them or in their abstracts. A rule that
//! no work states is this library's own, and says so.

pub(super) const OWN: &str = "This library’s own rule, a design hypothesis";

pub(super) const AHHA: &str = "This library’s own rule, after experience-based co-design, where staff and patients first meet among themselves; toolkit of the Australian Healthcare and Hospitals Association (ahha.asn.au)";

pub(super) const BUCHER: &str = "Bucher S., Langley A. (2016), The Interplay of Reflective and Experimental Spaces in Interrupting and Reorienting Routine Dynamics, Organization Science 27(3):594–613, doi 10.1287/orsc.2015.1041";

pub(super) const CARTEL: &str = "Cartel M., Boxenbaum E., Aggeri F. (2019), Just for fun! How experimental spaces stimulate innovation in institutionalized fields, Organization Studies 40(1):65–92, doi 10.1177/0170840617736937";

pub(super) const DOYLE: &str = "Doyle C. et al. (2013), Making change last: applying the NHS Institute for Innovation and Improvement sustainability model to healthcare improvement, Implementation Science 8:127, doi 10.1186/1748-5908-8-127; the limit is this library’s own";

pub(super) const DUBE: &str = "Dubé and Grillet, Université du Québec à Montréal: co-creation is often reduced to single workshops of a few hours, and leaves out exploration, experimentation and evaluation";

pub(super) const EDMONDSON: &str = "Edmondson A. (1999), Psychological safety and learning behavior in work teams, Administrative Science Quarterly 44(2):350–383, doi 10.2307/2666999; that the climate be measured first is this library’s own rule";

pub(super) const FABRIQUE: &str = "La Fabrique de l’hospitalité, Strasbourg University Hospitals, which took the risk of failure upon itself in place of the wards (cairn.info, SDD_006, note 1)";

pub(super) const FARCHI: &str = "Farchi T., Dopson S., Ferlie E. (2022), Do we still need professional boundaries? The multiple influences of boundaries on interprofessional collaboration, Organization Studies, doi 10.1177/01708406221074146";

pub(super) const FRAME: &str = "Wiltsey Stirman S., Baumann A., Miller C. (2019), The FRAME: an expanded framework for reporting adaptations and modifications to evidence-based interventions, Implementation Science 14:58, doi 10.1186/s13012-019-0898-y";

pub(super) const FURNARI: &str = "Furnari S. (2014), Interstitial Spaces: Microinteraction Settings and the Genesis of New Practices Between Institutional Fields, Academy of Management Review 39(4):439–462, doi 10.5465/amr.2012.0045";

pub(super) const FURNARI_OWN: &str = "This library’s own rule, after Furnari S. (2014), Academy of Management Review 39(4):439–462, doi 10.5465/amr.2012.0045";

pub(super) const GREENHALGH: &str = "Greenhalgh T. et al. (2017), Beyond adoption: a new framework for theorizing and evaluating nonadoption, abandonment, and challenges to the scale-up, spread, and sustainability of health and care technologies, Journal of Medical Internet Research 19(11):e367, doi 10.2196/jmir.8775";

pub(super) const HERTEL: &str = "Hertel E. et al. (2019), Engaging patients in primary care design: an evaluation of a novel approach to codesigning care, Health Expectations 22(4):609–616, doi 10.1111/hex.12909";

pub(super) const HERTEL_SHARE: &str = "Hertel E. et al. (2019), Engaging patients in primary care design: an evaluation of a novel approach to codesigning care, Health Expectations 22(4):609–616, doi 10.1111/hex.12909 (roughly equal numbers of patients and staff); the target of 40 to 60 % is this library’s own";

pub(super) const INSOLL: &str = "Antoine M., Hallemans S., Rosskamp B., Vanmeerbeek P. (2017), Quelles sont les conditions d’implémentation d’un Living Lab dans le domaine de la santé en Région wallonne ?, final report of the project INSOLL, universities of Liège and Namur";

pub(super) const KARLOOPIA: &str = "Karloopia J. J., Agrawal R. (2024), Identifying and modeling barriers to design thinking implementation in healthcare sector: an ISM-MICMAC approach, Journal of Health Organization and Management, doi 10.1108/jhom-01-2024-0027";

pub(super) const KELLOGG: &str = "Kellogg K. C. (2009), Operating Room: Relational Spaces and Microinstitutional Change in Surgery, American Journal of Sociology 115(3):657–711, doi 10.1086/603535";

pub(super) const LADDER: &str = "This library’s own rule, on the Project Progress Assessment Scale of the Institute for Healthcare Improvement as described by Life QI (2019)";

pub(super) const LLSA: &str = "This library’s own rule, after the charter of the Forum des Living Labs en Santé et Autonomie (2013), kept apart from statutes so that it can be amended";

pub(super) const MAHER: &str = "Maher L., Gustafson D., Evans A. (2010), Sustainability Model and Guide, NHS Institute for Innovation and Improvement; the limits 45 and 55 are those of the bands of this library’s rubric";

pub(super) const OLIVEIRA: &str = "Oliveira M., Zancul E., Fleury A. L. (2021), Design thinking as an approach for innovation in healthcare: systematic review and research avenues, BMJ Innovations 7(2):491–498, doi 10.1136/bmjinnov-2020-000428; the share of a quarter is this library’s own";

pub(super) const RICHARDS: &str = "Richards D. P., Jordan I., Strain K., Press Z. (2018), Patient partner compensation in research and health care: the patient perspective on why and how, Patient Experience Journal 5(3), article 2, doi 10.35680/2372-0247.1334";

pub(super) const STRINGS: &str = "This library’s own rule, after the quality gate of an open catalogue of Liberating Structures (steffenagohl-creator/liberatingstructures)";
