//! Plays the pieces of a shard on some threads, and writes each as it is done.

use crate::Fault;
use crate::lines::{Line, Lines};
use crate::plan::{Piece, Plan, Shard};
use innovation_core::explore::run;
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Mutex;
use std::sync::mpsc::channel;

/// Plays a shard, or what is left of it.
pub(crate) fn play(plan: &Plan, shard: Shard, threads: usize, out: &Path) -> Result<(), Fault> {
    std::fs::create_dir_all(out)?;
    let path = out.join(shard.file());
    let (mut file, pieces) = resume(plan, shard, &path)?;
    let total = pieces.len();
    // Pieces of a row are written in order, so that a row's file says where to go on: workers
    // take them in order, and the writer waits for the next.
    let queue = Mutex::new(pieces.into_iter().enumerate());
    let (sender, done) = channel();
    std::thread::scope(|scope| -> Result<(), Fault> {
        for _ in 0..threads {
            let (queue, sender) = (&queue, sender.clone());
            scope.spawn(move || {
                let next = || queue.lock().ok().and_then(|mut queue| queue.next());
                while let Some((place, piece)) = next() {
                    if sender.send((place, played(&piece))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = std::collections::BTreeMap::new();
        let mut written = 0;
        for (place, line) in done {
            waiting.insert(place, line?);
            while let Some(line) = waiting.remove(&written) {
                file.write_all(line.as_bytes())?;
                file.flush()?;
                written += 1;
                eprint!("\r{written} of {total} pieces");
            }
        }
        Ok(())
    })?;
    eprintln!("\r{total} pieces played: {}", path.display());
    Ok(())
}

fn played(piece: &Piece) -> Result<String, Fault> {
    let line = Line { row: piece.row, summary: run(&piece.request)? };
    Ok(serde_json::to_string(&line)? + "\n")
}

/// The file to go on with, and the pieces that it lacks.
fn resume(plan: &Plan, shard: Shard, path: &Path) -> Result<(File, Vec<Piece>), Fault> {
    let mut file = File::options().create(true).truncate(false).write(true).open(path)?;
    let before = Lines::read(path)?;
    let mut ends = vec![None; plan.rows()];
    for line in &before.lines {
        if let Some(end) = ends.get_mut(line.row) {
            *end = Some(line.summary.replicates.to);
        }
    }
    let pieces = plan.pieces(shard, |row| ends.get(row).copied().flatten())?;
    for line in &before.lines {
        plan.owns(line).map_err(|fault| format!("{}: {fault}", path.display()))?;
    }
    file.set_len(before.whole)?;
    file.seek(SeekFrom::End(0))?;
    Ok((file, pieces))
}
