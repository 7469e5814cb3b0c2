//! When each card begins, and how long it takes: what time is left stretches the cards.

use super::model::Model;
use super::order::Slot;

/// A place with its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timed {
    pub slot: Slot,
    /// Minutes from the start of the session.
    pub start: u32,
    pub minutes: u32,
    /// Minutes since the group last rested, at the start.
    pub tired: u32,
}

/// Times of a programme. In each gap cards grow minute by minute, always the one that has
/// grown least for what it could, as long as no stretch without a break becomes too long.
pub(crate) fn times(model: &Model, slots: &[Slot]) -> Vec<Timed> {
    let mut timed = Vec::new();
    for (session, room) in model.sessions.iter().enumerate() {
        for (gap, &(start, minutes)) in room.gaps.iter().enumerate() {
            let here: Vec<Slot> = slots
                .iter()
                .copied()
                .filter(|slot| (slot.session, slot.gap) == (session, gap))
                .collect();
            let lengths = stretched(model, &here, minutes);
            let (mut now, mut tired) = (start, 0);
            for (slot, minutes) in here.into_iter().zip(lengths) {
                timed.push(Timed { slot, start: now, minutes, tired });
                let pause = model.limits.transition;
                tired = if slot.candidate.is_some() { tired + minutes + pause } else { 0 };
                now += minutes + pause;
            }
        }
    }
    timed
}

fn stretched(model: &Model, slots: &[Slot], gap: u32) -> Vec<u32> {
    let rest = model.rest.map_or(0, |rest| rest.1);
    let range = |slot: &Slot| {
        let card = slot.candidate.and_then(|at| model.candidates.get(at));
        card.map_or((rest, rest), |card| (card.shortest, card.longest))
    };
    let ranges: Vec<(u32, u32)> = slots.iter().map(range).collect();
    let mut lengths: Vec<u32> = ranges.iter().map(|range| range.0).collect();
    let pauses = model.limits.transition * (slots.len() as u32).saturating_sub(1);
    let mut spare = gap.saturating_sub(lengths.iter().sum::<u32>() + pauses);
    while spare > 0 {
        let stretches = stretches(model, slots, &lengths);
        let grows = (0..slots.len()).filter(|&at| {
            let (length, most) = (lengths.get(at), ranges.get(at).map(|range| range.1));
            length < most.as_ref() && stretches.get(at) < Some(&model.limits.max_without_break)
        });
        // Compared as fractions of what each could grow.
        let grown = |at: usize| {
            let (least, most) = ranges.get(at).copied().unwrap_or_default();
            let by = lengths.get(at).copied().unwrap_or_default() - least;
            u64::from(by) * 1_000_000 / u64::from((most - least).max(1))
        };
        let Some(at) = grows.min_by_key(|&at| (grown(at), at)) else { break };
        if let Some(length) = lengths.get_mut(at) {
            *length += 1;
        }
        spare -= 1;
    }
    lengths
}

/// For each place the length of the stretch without a break that it belongs to.
fn stretches(model: &Model, slots: &[Slot], lengths: &[u32]) -> Vec<u32> {
    let mut stretches = Vec::new();
    for part in slots.split_inclusive(|slot| slot.candidate.is_none()) {
        let begin = stretches.len();
        let cards = part.iter().zip(lengths.iter().skip(begin));
        let cards = cards.filter(|(slot, _)| slot.candidate.is_some());
        let (count, sum) = cards.fold((0, 0), |(n, sum), (_, length)| (n + 1, sum + length));
        let whole = sum + model.limits.transition * u32::saturating_sub(count, 1);
        stretches.extend(part.iter().map(|_| whole));
    }
    stretches
}

/// Minutes of stages shared out over the time there is, largest remainders first.
pub(crate) fn share_out(stages: &[u32], minutes: u32) -> Vec<u32> {
    let all: u64 = stages.iter().map(|&stage| u64::from(stage)).sum();
    if all == 0 {
        return stages.to_vec();
    }
    let exact = |stage: u32| u64::from(stage) * u64::from(minutes);
    let mut shares: Vec<u32> = stages.iter().map(|&stage| (exact(stage) / all) as u32).collect();
    let mut order: Vec<usize> = (0..stages.len()).collect();
    let rest = |at: &usize| stages.get(*at).map_or(0, |&stage| exact(stage) % all);
    order.sort_by_key(|at| (std::cmp::Reverse(rest(at)), *at));
    let left = minutes - shares.iter().sum::<u32>();
    for at in order.into_iter().take(left as usize) {
        if let Some(share) = shares.get_mut(at) {
            *share += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::share_out;

    #[test]
    fn stages_fill_the_time_there_is() {
        assert_eq!(share_out(&[10, 20, 30], 90), [15, 30, 45]);
        assert_eq!(share_out(&[1, 1, 1], 10), [4, 3, 3]);
        assert_eq!(share_out(&[5, 5], 3), [2, 1]);
    }
}
