namespace Suiying.Engines.Learning;

/// <summary>What a classifier said of a text that it had not learnt.</summary>
internal sealed record HeldOut(int Text, int Label, float[] Margins)
{
    public int Answered => Margins.IndexOf(Margins.Max());
}
