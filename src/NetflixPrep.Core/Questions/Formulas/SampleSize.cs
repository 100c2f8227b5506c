namespace NetflixPrep.Core.Questions.Formulas;

/// <summary>Sizing a test of two shares (S2): n ≈ (z₁₋α/₂ + z₁₋β)² · (p₀(1−p₀) + p₁(1−p₁)) / (p₁ − p₀)².</summary>
public static class SampleSize
{
    /// <summary>Members per group, not rounded; NaN when a share, alpha or power is not between 0 and 1 or the shares are equal.</summary>
    public static double PerGroup(double p0, double p1, double alpha, double power)
    {
        if (!IsShare(p0) || !IsShare(p1) || !IsShare(alpha) || !IsShare(power) || p0.Equals(p1)) return double.NaN;
        var z = Quantile(1 - (alpha / 2)) + Quantile(power);
        return z * z * ((p0 * (1 - p0)) + (p1 * (1 - p1))) / ((p1 - p0) * (p1 - p0));
    }

    private static bool IsShare(double value) => value is > 0 and < 1;

    /// <summary>
    /// The standard normal quantile: Acklam's rational approximation (relative error below 1.15e-9), as published in 2003.
    /// </summary>
    internal static double Quantile(double p)
    {
        ReadOnlySpan<double> a = [-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00];
        ReadOnlySpan<double> b = [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1];
        ReadOnlySpan<double> c = [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00];
        ReadOnlySpan<double> d = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1];
        const double Tail = 0.02425;
        if (p > 1 - Tail) return -Quantile(1 - p);
        if (p < Tail)
        {
            var q = Math.Sqrt(-2 * Math.Log(p));
            return Horner(c, q) / Horner(d, q);
        }
        var r = p - 0.5;
        return r * Horner(a, r * r) / Horner(b, r * r);
    }

    private static double Horner(ReadOnlySpan<double> coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients) sum = (sum * x) + coefficient;
        return sum;
    }
}
