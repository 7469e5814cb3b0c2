//! What can be solved back: a table with its totals as a network.
//!
//! Rows and columns are nodes, that of totals included, and each place of the grid is an arc
//! between its row and its column. A count flows from row to column, a total from column to
//! row, the grand total from row to column again; then "every line adds up to its total" reads
//! "what flows into a node flows out". All tables that agree with what is known are the
//! circulations within bounds, and the most that a count can be is a largest flow: exact, and
//! whole numbers, for the constraints are those of a network.
//!
//! The network always holds one such table (at first the true one). [`Network::stretch`] moves
//! it to where a count is largest or smallest; nothing needs to be restored afterwards, since
//! least and most do not depend on where the search starts.
//!
//! # References
//!
//! G. Dantzig, D. Fulkerson, *On the max-flow min-cut theorem of networks*, RM-1418, RAND, 1955;
//! J. Edmonds, R. M. Karp, *Theoretical improvements in algorithmic efficiency for network flow
//! problems*, Journal of the ACM 19(2), 1972.

/// No bound. Far above any sum of counts, far below what overflows.
pub(super) const UNBOUNDED: i64 = 1 << 60;
/// Rooms from here on have no bound: finite moves never come near it.
const ENDLESS: i64 = 1 << 59;

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

/// Rows and columns that a search reached: one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reach {
    pub rows: u64,
    pub columns: u64,
}

/// A node of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Node {
    Row(usize),
    Column(usize),
}

impl Reach {
    pub fn holds(&self, node: Node) -> bool {
        match node {
            Node::Row(at) => self.rows >> at & 1 == 1,
            Node::Column(at) => self.columns >> at & 1 == 1,
        }
    }
}

/// A table that agrees with what is known, and the room that each of its counts has.
#[derive(Debug, Clone)]
pub(super) struct Network {
    rows: usize,
    columns: usize,
    value: Vec<i64>,
    low: Vec<i64>,
    high: Vec<i64>,
    /// For each row the columns it can push to.
    onward: Vec<u64>,
    /// For each column the rows it can push to.
    back: Vec<u64>,
    /// Searches made: the measure of work.
    pub searches: u64,
}

impl Network {
    /// A network at a table, with bounds for each place.
    pub fn of(
        rows: usize,
        columns: usize,
        value: &[i64],
        bounds: impl Iterator<Item = (i64, i64)>,
    ) -> Self {
        let (low, high): (Vec<i64>, Vec<i64>) = bounds.unzip();
        let mut network = Self {
            rows,
            columns,
            value: value.to_vec(),
            low,
            high,
            onward: vec![0; rows],
            back: vec![0; columns],
            searches: 0,
        };
        for cell in 0..value.len() {
            network.refresh(cell);
        }
        network
    }

    /// The count that a place has now.
    pub fn value(&self, cell: usize) -> i64 {
        self.value.get(cell).copied().unwrap_or(0)
    }

    /// What is known of a place.
    pub fn bounds(&self, cell: usize) -> (i64, i64) {
        (self.low.get(cell).copied().unwrap_or(0), self.high.get(cell).copied().unwrap_or(0))
    }

    /// Changes what is known of a place; its count now must lie within.
    pub fn bind(&mut self, cell: usize, low: i64, high: i64) {
        if let (Some(own_low), Some(own_high)) = (self.low.get_mut(cell), self.high.get_mut(cell)) {
            (*own_low, *own_high) = (low, high);
        }
        self.refresh(cell);
    }

    /// How far a place could move by its own bounds.
    pub fn room(&self, cell: usize, way: Way) -> i64 {
        let (low, high) = self.bounds(cell);
        match way {
            Way::Up if high >= ENDLESS => UNBOUNDED,
            Way::Up => high - self.value(cell),
            Way::Down => self.value(cell) - low,
        }
    }

    /// From where to where a move of a place pushes.
    pub fn ends(&self, cell: usize, way: Way) -> (Node, Node) {
        ends(self.rows, self.columns, cell, way)
    }

    /// The place between two nodes, and the way it moves when the first pushes to the second.
    pub fn between(&self, from: Node, to: Node) -> Option<(usize, Way)> {
        let cell = match (from, to) {
            (Node::Row(row), Node::Column(column)) | (Node::Column(column), Node::Row(row)) => {
                row * self.columns + column
            }
            _ => return None,
        };
        let way = if self.ends(cell, Way::Up).0 == from { Way::Up } else { Way::Down };
        Some((cell, way))
    }

    /// Brings the bits of a place up to date.
    fn refresh(&mut self, cell: usize) {
        for way in [Way::Up, Way::Down] {
            let open = self.room(cell, way) > 0;
            self.open(self.ends(cell, way), open);
        }
    }

    fn open(&mut self, ends: (Node, Node), open: bool) {
        let (slot, at) = match ends {
            (Node::Row(row), Node::Column(at)) => (self.onward.get_mut(row), at),
            (Node::Column(column), Node::Row(at)) => (self.back.get_mut(column), at),
            _ => (None, 0),
        };
        if let Some(bits) = slot {
            *bits = if open { *bits | 1 << at } else { *bits & !(1 << at) };
        }
    }

    /// Moves a place, whatever that does to its lines.
    fn shift(&mut self, cell: usize, way: Way, by: i64) {
        if let Some(value) = self.value.get_mut(cell) {
            *value += if way == Way::Up { by } else { -by };
        }
        self.refresh(cell);
    }

    /// Moves a place up or down by what is wanted or as far as it goes, and says how far that
    /// is: [`UNBOUNDED`] where there is no end. Where other places ended the move, also what
    /// its last search reached.
    pub fn stretch(&mut self, cell: usize, way: Way, wanted: i64) -> (i64, Option<Reach>) {
        let (to, from) = self.ends(cell, way);
        let mut moved = 0;
        while moved < wanted {
            let left = (wanted - moved).min(self.room(cell, way));
            if left <= 0 {
                return (moved, None);
            }
            let (path, reach) = self.path(from, to, cell);
            let Some(path) = path else { return (moved, Some(reach)) };
            let step = path.iter().fold(left, |step, &(at, way)| step.min(self.room(at, way)));
            if step >= ENDLESS {
                return (UNBOUNDED, None);
            }
            for &(at, way) in &path {
                self.shift(at, way, step);
            }
            self.shift(cell, way, step);
            moved += step;
        }
        (moved, None)
    }

    /// A shortest way between two nodes that does not use a place; and what can be reached.
    fn path(&mut self, from: Node, to: Node, without: usize) -> (Option<Vec<(usize, Way)>>, Reach) {
        self.searches += 1;
        let ways = [Way::Up, Way::Down].map(|way| self.ends(without, way));
        for ends in ways {
            self.open(ends, false);
        }
        let found = self.search(from, to);
        self.refresh(without);
        found
    }

    fn search(&self, from: Node, to: Node) -> (Option<Vec<(usize, Way)>>, Reach) {
        let (mut reach, mut queue) = (Reach::default(), vec![(from, 0usize)]);
        mark(&mut reach, from);
        let mut at = 0;
        while let Some(&(node, _)) = queue.get(at) {
            if node == to {
                return (Some(self.trace(&queue, at)), reach);
            }
            let mut fresh = match node {
                Node::Row(row) => self.onward.get(row).copied().unwrap_or(0) & !reach.columns,
                Node::Column(column) => self.back.get(column).copied().unwrap_or(0) & !reach.rows,
            };
            while fresh != 0 {
                let bit = fresh.trailing_zeros() as usize;
                fresh &= fresh - 1;
                let next = match node {
                    Node::Row(_) => Node::Column(bit),
                    Node::Column(_) => Node::Row(bit),
                };
                mark(&mut reach, next);
                queue.push((next, at));
            }
            at += 1;
        }
        (None, reach)
    }

    /// The places on the way to an entry of the queue, from its end.
    fn trace(&self, queue: &[(Node, usize)], mut at: usize) -> Vec<(usize, Way)> {
        let mut path = Vec::new();
        while at > 0 {
            let (Some(&(node, before)), true) = (queue.get(at), path.len() <= queue.len()) else {
                break;
            };
            let parent = queue.get(before).map_or(node, |entry| entry.0);
            path.extend(self.between(parent, node));
            at = before;
        }
        path
    }

    /// The least and the most that a place can be.
    pub fn interval(&mut self, cell: usize) -> (i64, i64) {
        let (up, _) = self.stretch(cell, Way::Up, UNBOUNDED);
        let most = if up >= ENDLESS { UNBOUNDED } else { self.value(cell) };
        self.stretch(cell, Way::Down, UNBOUNDED);
        (self.value(cell), most)
    }

    /// Whether a place can vary over an interval so wide; where not, what kept it within.
    pub fn varies(&mut self, cell: usize, interval: i64) -> Varies {
        let (up, top) = self.stretch(cell, Way::Up, interval);
        if up >= interval {
            return Varies::Enough;
        }
        // From its most downwards: the whole width.
        let (width, bottom) = self.stretch(cell, Way::Down, interval);
        if width >= interval { Varies::Enough } else { Varies::Within { width, top, bottom } }
    }
}

/// From where to where a move of a place pushes, in a grid with totals.
pub(super) fn ends(rows: usize, columns: usize, cell: usize, way: Way) -> (Node, Node) {
    let (row, column) = (cell / columns.max(1), cell % columns.max(1));
    // A count, or the grand total: not the total of one line.
    let count = (row + 1 == rows) == (column + 1 == columns);
    if count == (way == Way::Up) {
        (Node::Row(row), Node::Column(column))
    } else {
        (Node::Column(column), Node::Row(row))
    }
}

/// Whether a place can vary enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Varies {
    /// It can.
    Enough,
    /// It cannot: how far it can, and what the searches reached that ended at other places.
    Within { width: i64, top: Option<Reach>, bottom: Option<Reach> },
}

fn mark(reach: &mut Reach, node: Node) {
    match node {
        Node::Row(at) => reach.rows |= 1 << at,
        Node::Column(at) => reach.columns |= 1 << at,
    }
}
