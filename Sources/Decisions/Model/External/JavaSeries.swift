import FEEL

/// Transcendental functions on doubles: computed with 34 decimal digits and rounded once, so that every platform gives
/// the same. Nil where there is no result.
enum JavaSeries {
  private static let halfPi = Decimal34("1.570796326794896619231321691639751") ?? .one

  /// A number, the rest of it beyond the nearest multiple of a quarter turn, and which quarter that is.
  private static func reduced(_ x: Double) -> (rest: Decimal34, quarter: Int)? {
    // Beyond this the digits of pi that are kept do not reach.
    guard abs(x) < 1e15, let number = Decimal34(x.description),
      let turns = number.divided(by: halfPi)?.rounded(toScale: 0, .halfEven), let whole = Int64(exactly: turns),
      let rest = turns.multiplied(by: halfPi).flatMap({ number.subtracting($0) })
    else { return nil }
    return (rest, Int(((whole % 4) + 4) % 4))
  }

  /// The sum of a series of which each term follows from the one before.
  private static func sum(_ first: Decimal34, _ next: (Decimal34, Int) -> Decimal34?) -> Decimal34? {
    var total = first
    var term = first
    for index in 1...120 {
      guard let following = next(term, index), let sum = total.adding(following) else { return nil }
      if following.isZero || sum == total { return sum }
      (total, term) = (sum, following)
    }
    return total
  }

  private static func smallSine(_ x: Decimal34) -> Decimal34? {
    guard let square = x.multiplied(by: x) else { return nil }
    return sum(x) { term, index in
      term.multiplied(by: -square)?.divided(by: Decimal34(2 * index * (2 * index + 1)))
    }
  }

  private static func smallCosine(_ x: Decimal34) -> Decimal34? {
    guard let square = x.multiplied(by: x) else { return nil }
    return sum(.one) { term, index in
      term.multiplied(by: -square)?.divided(by: Decimal34((2 * index - 1) * 2 * index))
    }
  }

  private static func wave(_ x: Double, shift: Int) -> Decimal34? {
    guard let (rest, quarter) = reduced(x) else { return nil }
    switch (quarter + shift) % 4 {
    case 0: return smallSine(rest)
    case 1: return smallCosine(rest)
    case 2: return smallSine(rest).map { -$0 }
    default: return smallCosine(rest).map { -$0 }
    }
  }

  static func sine(_ x: Double) -> Double? { wave(x, shift: 0).flatMap { Double(nearest: $0) } }

  static func cosine(_ x: Double) -> Double? { wave(x, shift: 1).flatMap { Double(nearest: $0) } }

  static func tangent(_ x: Double) -> Double? {
    guard let sine = wave(x, shift: 0), let cosine = wave(x, shift: 1) else { return nil }
    return sine.divided(by: cosine).flatMap { Double(nearest: $0) }
  }

  /// The angle of a tangent, halved until the series is short.
  static func arcTangent(_ x: Double) -> Double? {
    guard let number = Decimal34(x.description) else { return nil }
    return arcTangent(number).flatMap { Double(nearest: $0) }
  }

  private static func arcTangent(_ x: Decimal34) -> Decimal34? {
    // atan x = pi/2 - atan 1/x, and atan x = 2 atan (x / (1 + sqrt(1 + x * x))).
    if x.magnitude > .one {
      guard let inverse = Decimal34.one.divided(by: x), let angle = arcTangent(inverse) else { return nil }
      return (x.isNegative ? -halfPi : halfPi).subtracting(angle)
    }
    var small = x
    for _ in 0..<4 {
      guard let root = small.multiplied(by: small)?.adding(.one)?.squareRoot()?.adding(.one),
        let half = small.divided(by: root)
      else { return nil }
      small = half
    }
    guard let square = small.multiplied(by: small) else { return nil }
    var power = small
    let angle = sum(small) { _, index in
      guard let next = power.multiplied(by: -square) else { return nil }
      power = next
      return next.divided(by: Decimal34(2 * index + 1))
    }
    return angle?.multiplied(by: 16)
  }

  static func arcSine(_ x: Double) -> Double? {
    guard abs(x) <= 1, let number = Decimal34(x.description) else { return nil }
    if abs(x) == 1 { return x * Double.pi / 2 }
    guard let root = number.multiplied(by: number).flatMap({ Decimal34.one.subtracting($0) })?.squareRoot(),
      let tangent = number.divided(by: root)
    else { return nil }
    return arcTangent(tangent).flatMap { Double(nearest: $0) }
  }

  /// The angle of a point.
  static func angle(_ y: Double, _ x: Double) -> Double? {
    if x == 0 { return y == 0 ? 0 : y > 0 ? Double.pi / 2 : -Double.pi / 2 }
    guard let angle = arcTangent(y / x) else { return nil }
    return x > 0 ? angle : y < 0 ? angle - Double.pi : angle + Double.pi
  }

  static func exponential(_ x: Double) -> Double? {
    if x > 710 { return nil }
    if x < -750 { return 0 }
    return Decimal34(x.description)?.exponential().flatMap { Double(nearest: $0) }
  }

  static func logarithm(_ x: Double, base: Int? = nil) -> Double? {
    guard x > 0, let logarithm = Decimal34(x.description)?.naturalLogarithm() else { return nil }
    guard let base else { return Double(nearest: logarithm) }
    guard let unit = Decimal34(base).naturalLogarithm() else { return nil }
    return logarithm.divided(by: unit).flatMap { Double(nearest: $0) }
  }

  static func power(_ base: Double, _ power: Decimal34?) -> Double? {
    guard let power, let number = Decimal34(base.description) else { return nil }
    return number.raised(to: power).flatMap { Double(nearest: $0) }
  }

  /// Half of e^x plus or minus e^-x.
  static func hyperbolic(_ x: Double, sign: Double) -> Double? {
    guard let rising = exponential(x), let falling = exponential(-x) else { return nil }
    return (rising + sign * falling) / 2
  }
}
