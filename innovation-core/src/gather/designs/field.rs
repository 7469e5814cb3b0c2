//! Finite fields, and products of them: the arithmetic behind perfect rotations.
//!
//! [`Field`] is GF(q) for a prime power q; [`Ring`] is a product of fields, one for each
//! prime of a number, and so has any given number of elements. In a ring the product of two
//! elements that are not zero may be zero; that is what limits a rotation over it.
//!
//! Invariant: elements are numbers below the size; 0 is the zero of the arithmetic.

#![expect(
    clippy::indexing_slicing,
    reason = "powers and logarithms have an entry for each element, and elements are below the size"
)]

/// A finite field, by the powers of one element that runs through all others but zero.
#[derive(Debug, Clone)]
pub(super) struct Field {
    prime: usize,
    size: usize,
    /// The powers of that element, from the zeroth, each once.
    powers: Vec<usize>,
    /// For each element but zero, which power it is.
    logarithms: Vec<usize>,
}

impl Field {
    /// GF(q), where q = prime^degree.
    ///
    /// An element is a polynomial over the integers modulo the prime, its coefficients the
    /// digits of a number, taken modulo the first monic polynomial for which the powers of x
    /// are all elements but zero.
    pub(super) fn new(prime: usize, degree: u32) -> Option<Self> {
        let size = prime.checked_pow(degree).filter(|&q| q > 1)?;
        (1..size).find_map(|lower| {
            let powers = powers(prime, size, lower)?;
            let mut logarithms = vec![0; size];
            for (logarithm, &power) in powers.iter().enumerate() {
                logarithms[power] = logarithm;
            }
            Some(Self { prime, size, powers, logarithms })
        })
    }

    /// How many elements.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// a + b.
    pub(super) fn sum(&self, a: usize, b: usize) -> usize {
        sum(a, b, 1, self.prime)
    }

    /// a · b.
    pub(super) fn product(&self, a: usize, b: usize) -> usize {
        if a == 0 || b == 0 {
            return 0;
        }
        self.powers[(self.logarithms[a] + self.logarithms[b]) % (self.size - 1)]
    }
}

/// The powers of x modulo a monic polynomial with these lower coefficients, if they are all
/// elements but zero.
fn powers(prime: usize, size: usize, lower: usize) -> Option<Vec<usize>> {
    let top = size / prime;
    let mut powers = vec![1];
    let mut power = 1;
    loop {
        // Times x; what rises above the highest place is replaced by lower coefficients.
        let carry = power / top;
        power = sum(power % top * prime, lower, (prime - carry) % prime, prime);
        if power == 1 || power == 0 || powers.len() >= size {
            break;
        }
        powers.push(power);
    }
    (power == 1 && powers.len() == size - 1).then_some(powers)
}

/// a + factor · b, digit by digit, in base `prime`.
fn sum(mut a: usize, mut b: usize, factor: usize, prime: usize) -> usize {
    let (mut sum, mut place) = (0, 1);
    while a > 0 || b > 0 {
        sum += place * ((a % prime + factor * (b % prime)) % prime);
        place *= prime;
        (a, b) = (a / prime, b / prime);
    }
    sum
}

/// A product of finite fields.
#[derive(Debug, Clone)]
pub(super) struct Ring {
    fields: Vec<Field>,
}

impl Ring {
    /// The product of one field for each prime that divides `size`.
    pub(super) fn new(size: usize) -> Option<Self> {
        let fields = prime_powers(size)
            .into_iter()
            .map(|(prime, degree)| Field::new(prime, degree))
            .collect::<Option<Vec<_>>>()?;
        (!fields.is_empty()).then_some(Self { fields })
    }

    /// The `index`-th element: its residues. Different indices below the size give different
    /// elements, and the first ones differ in every component as long as they can.
    fn element(&self, index: usize) -> impl Iterator<Item = (usize, &Field)> {
        self.fields.iter().map(move |field| (index % field.size(), field))
    }

    /// Whether (a − b)·(c − d) is zero.
    pub(super) fn lines_meet_twice(&self, [a, b]: [usize; 2], [c, d]: [usize; 2]) -> bool {
        self.fields.iter().all(|field| {
            let q = field.size();
            a % q == b % q || c % q == d % q
        })
    }

    /// A number for a·b + c, different for different elements, below the size.
    pub(super) fn line(&self, a: usize, b: usize, c: usize) -> usize {
        let (mut place, mut number) = (1, 0);
        for (((a, field), (b, _)), (c, _)) in
            self.element(a).zip(self.element(b)).zip(self.element(c))
        {
            number += place * field.sum(field.product(a, b), c);
            place *= field.size();
        }
        number
    }
}

/// A number as powers of different primes, smallest prime first: (prime, exponent).
pub(super) fn prime_powers(mut number: usize) -> Vec<(usize, u32)> {
    let mut powers = Vec::new();
    let mut prime = 2;
    while number > 1 {
        if prime * prime > number {
            prime = number;
        }
        let mut exponent = 0;
        while number.is_multiple_of(prime) {
            number /= prime;
            exponent += 1;
        }
        if exponent > 0 {
            powers.push((prime, exponent));
        }
        prime += 1;
    }
    powers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_obeys_the_laws_of_arithmetic() {
        for (prime, degree) in
            [(2, 1), (2, 2), (2, 3), (2, 4), (3, 1), (3, 2), (3, 3), (5, 2), (7, 1), (13, 1)]
        {
            let field = Field::new(prime, degree).expect("a prime power");
            let q = field.size();
            for a in 0..q {
                assert_eq!(field.sum(a, 0), a);
                assert_eq!(field.product(a, 1), a);
                assert!((0..q).any(|b| field.sum(a, b) == 0));
                assert!(a == 0 || (0..q).any(|b| field.product(a, b) == 1));
                for b in 0..q {
                    assert_eq!(field.product(a, b), field.product(b, a));
                    for c in 0..q {
                        let left = field.product(a, field.sum(b, c));
                        assert_eq!(left, field.sum(field.product(a, b), field.product(a, c)));
                    }
                }
            }
        }
    }

    #[test]
    fn a_number_is_the_product_of_its_prime_powers() {
        for number in 1..500usize {
            let product: usize = prime_powers(number).iter().map(|&(p, e)| p.pow(e)).product();
            assert_eq!(product, number);
        }
    }
}
