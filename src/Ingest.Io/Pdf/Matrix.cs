namespace Ingest.Io.Pdf;

/// <summary>A transformation as PDF writes it: x' = A·x + C·y + E, y' = B·x + D·y + F.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>First this one, then the other.</summary>
    public Matrix Then(in Matrix next) => new(
        A * next.A + B * next.C, A * next.B + B * next.D,
        C * next.A + D * next.C, C * next.B + D * next.D,
        E * next.A + F * next.C + next.E, E * next.B + F * next.D + next.F);

    /// <summary>Moves the origin within the space that this one leads from.</summary>
    public Matrix Moved(double x, double y) => this with { E = E + x * A + y * C, F = F + x * B + y * D };

    public (double X, double Y) Apply(double x, double y) => (x * A + y * C + E, x * B + y * D + F);

    /// <summary>By how much lengths grow, on the whole.</summary>
    public double Scale => Math.Sqrt(Math.Abs(A * D - B * C));
}
