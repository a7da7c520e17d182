//! Random streams that depend on names, and not on the order in which they are asked for.

use std::convert::Infallible;

use rand::{Rng, SeedableRng, TryRng};
use rand_chacha::ChaCha8Rng;

use crate::simulate::purpose::Purpose;

/// The random numbers of a simulation: all of them follow from one seed.
///
/// Two designs that are simulated with the same seed draw the same numbers for the same purpose of the same entity
/// (common random numbers), so that what differs between them is the design, and not luck.
///
/// ```
/// use bagan::simulate::{Purpose, Streams};
///
/// let replication = Streams::new(7).replication(3);
/// let mut social = replication.stream(Purpose::Service, "social");
/// let mut again = replication.stream(Purpose::Service, "social");
/// let mut seo = replication.stream(Purpose::Service, "seo");
/// let first = social.uniform();
/// assert_eq!(first, again.uniform());
/// assert_ne!(first, seo.uniform());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streams {
    seed: u64,
}

impl Streams {
    /// Starts from a seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// Returns the seed.
    pub const fn seed(self) -> u64 {
        self.seed
    }

    /// Returns the random numbers of one replication, by its number.
    pub const fn replication(self, n: u64) -> Replication {
        Replication { seed: self.seed, n }
    }
}

/// The random numbers of one replication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replication {
    seed: u64,
    n: u64,
}

impl Replication {
    /// Returns the number of the replication.
    pub const fn number(self) -> u64 {
        self.n
    }

    /// Returns the stream of one purpose of one entity, from its beginning.
    ///
    /// A `ChaCha8` generator (D. J. Bernstein 2008; 64-bit counter, 64-bit nonce). The key is, as little-endian words of
    /// 64 bits: the seed, the number of the replication, a fixed number of the purpose, and 1 (the version of this
    /// scheme); the nonce is the FNV-1a hash of the id's UTF-8 bytes. Streams are thus distinct, but for ids whose hashes
    /// collide: among 1,000,000 ids the chance that any two do is 3e-8. Costs some 10 ns, and 256 bytes that the
    /// first draw fills, in some 150 ns.
    pub fn stream(self, purpose: Purpose, id: &str) -> Stream {
        const SCHEME: u64 = 1;
        let mut key = [0; 32];
        let words = [self.seed, self.n, purpose.code(), SCHEME];
        for (bytes, word) in key.chunks_exact_mut(8).zip(words) {
            bytes.copy_from_slice(&word.to_le_bytes());
        }
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(fnv_1a(id.as_bytes()));
        Stream { generator }
    }
}

/// A stream of random numbers; a generator for everything that takes one of [`rand`]'s.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    generator: ChaCha8Rng,
}

impl Stream {
    /// Returns a number above 0 and below 1, from 52 random bits: the odd multiples of 2^-53, each as likely.
    pub fn uniform(&mut self) -> f64 {
        uniform(self)
    }

    /// Goes to the place of a number of the stream, counted from 0: the next that is drawn is that one.
    ///
    /// For numbers that are looked up by what they are for, and not drawn in turn. Costs some 150 ns, as a first draw does.
    pub(in crate::simulate) fn go_to(&mut self, place: u128) {
        // A number takes two words of 32 bits.
        self.generator.set_word_pos(place << 1);
    }
}

impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.generator.try_next_u32()
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.generator.try_next_u64()
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.generator.try_fill_bytes(bytes)
    }
}

/// Returns a number above 0 and below 1: symmetric about 1/2, and never at an end, where quantiles are infinite.
#[expect(clippy::cast_precision_loss, reason = "53 bits, which a float holds exactly")]
pub(super) fn uniform<R: Rng + ?Sized>(rng: &mut R) -> f64 {
    const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
    ((rng.next_u64() >> 11) | 1) as f64 * STEP
}

/// The FNV-1a hash of 64 bits (G. Fowler, L. C. Noll, K.-P. Vo; RFC 9923).
fn fnv_1a(bytes: &[u8]) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    bytes.iter().fold(OFFSET_BASIS, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ratio::length;

    const DRAWS: usize = 20_000;

    fn draws(replication: Replication, purpose: Purpose, id: &str) -> Vec<f64> {
        let mut stream = replication.stream(purpose, id);
        (0..DRAWS).map(|_| stream.uniform()).collect()
    }

    /// The test values of the authors of FNV.
    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv_1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv_1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv_1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    /// If this fails, figures that users have published can no longer be reproduced.
    #[test]
    fn the_numbers_never_change() {
        let mut stream = Streams::new(42).replication(7).stream(Purpose::Service, "social");
        let words: Vec<u64> = (0..4).map(|_| stream.next_u64()).collect();
        assert_eq!(words, PINNED);
    }

    /// Computed by another implementation of `ChaCha8` as well, from the key and the nonce that are documented.
    const PINNED: [u64; 4] = [
        17_569_314_240_413_391_703,
        17_370_935_429_265_103_204,
        12_938_578_674_008_722_850,
        18_122_202_946_324_959_308,
    ];

    #[test]
    fn the_order_of_asking_and_the_thread_do_not_matter() {
        let replication = Streams::new(1).replication(0);
        let keys: Vec<(Purpose, &str)> =
            Purpose::ALL.iter().flat_map(|purpose| ["a", "b", "ü"].map(|id| (*purpose, id))).collect();
        let first: Vec<u64> =
            keys.iter().map(|(purpose, id)| replication.stream(*purpose, id).next_u64()).collect();
        let mut backwards: Vec<u64> =
            keys.iter().rev().map(|(purpose, id)| replication.stream(*purpose, id).next_u64()).collect();
        backwards.reverse();
        assert_eq!(first, backwards);
        let elsewhere = std::thread::scope(|scope| {
            keys.iter()
                .map(|(purpose, id)| scope.spawn(|| replication.stream(*purpose, id).next_u64()))
                .collect::<Vec<_>>()
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .collect::<Vec<_>>()
        });
        assert_eq!(first, elsewhere);
    }

    #[test]
    fn a_number_is_found_at_its_place() {
        let replication = Streams::new(3).replication(1);
        let in_turn = draws(replication, Purpose::Judgement, "seo");
        let mut stream = replication.stream(Purpose::Judgement, "seo");
        for place in [0, 1, 15, 16, 17, 1_000, 4] {
            stream.go_to(place);
            let found: Vec<f64> = (0..40).map(|_| stream.uniform()).collect();
            let place = usize::try_from(place).unwrap();
            assert_eq!(found, in_turn[place..place + 40]);
        }
    }

    #[test]
    fn streams_of_other_names_look_independent() {
        let streams = Streams::new(11);
        let base = streams.replication(0);
        let mut all: Vec<Vec<f64>> =
            Purpose::ALL.iter().map(|purpose| draws(base, *purpose, "social")).collect();
        all.push(draws(base, Purpose::Service, "seo"));
        all.push(draws(base, Purpose::Service, ""));
        all.push(draws(streams.replication(1), Purpose::Service, "social"));
        all.push(draws(Streams::new(12).replication(0), Purpose::Service, "social"));
        // Of a uniform number the variance is 1/12, so that of the product of two deviations is 1/144.
        let error = (1.0 / 12.0 / length(DRAWS)).sqrt();
        for (index, one) in all.iter().enumerate() {
            let mean = one.iter().sum::<f64>() / length(DRAWS);
            assert!((mean - 0.5).abs() < 4.0 * error, "stream {index}: {mean}");
            for (other, two) in all.iter().enumerate().skip(index + 1) {
                let products = one.iter().zip(two).map(|(a, b)| (a - 0.5) * (b - 0.5));
                let correlation = 12.0 * products.sum::<f64>() / length(DRAWS);
                assert!(correlation.abs() < 4.0 / length(DRAWS).sqrt(), "{index} and {other}: {correlation}");
            }
        }
    }

    #[test]
    fn a_uniform_number_is_never_at_an_end() {
        /// A generator that repeats one word.
        struct Stuck(u64);
        impl TryRng for Stuck {
            type Error = Infallible;
            fn try_next_u32(&mut self) -> Result<u32, Infallible> {
                Ok(0)
            }
            fn try_next_u64(&mut self) -> Result<u64, Infallible> {
                Ok(self.0)
            }
            fn try_fill_bytes(&mut self, _: &mut [u8]) -> Result<(), Infallible> {
                Ok(())
            }
        }
        assert_eq!(uniform(&mut Stuck(0)).to_bits(), (f64::EPSILON / 2.0).to_bits());
        assert_eq!(uniform(&mut Stuck(u64::MAX)).to_bits(), (1.0 - f64::EPSILON / 2.0).to_bits());
    }
}
