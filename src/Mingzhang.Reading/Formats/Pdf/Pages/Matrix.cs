namespace Mingzhang.Reading.Formats.Pdf.Pages;

/// <summary>A transformation of coordinates: x' = ax + cy + e, y' = bx + dy + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    internal static Matrix Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>This transformation and then the other.</summary>
    internal Matrix Then(Matrix o) => new(
        (A * o.A) + (B * o.C), (A * o.B) + (B * o.D), (C * o.A) + (D * o.C), (C * o.B) + (D * o.D), (E * o.A) + (F * o.C) + o.E, (E * o.B) + (F * o.D) + o.F);

    internal (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);
}
