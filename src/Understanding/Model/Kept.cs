namespace Suiying.Understanding.Model;

/// <summary>Something costly that follows from a part of the city: made once for each and kept until the part is another. Thread-safe.</summary>
internal sealed class Kept<TPart, TMade>(Func<TPart, TMade> make)
    where TPart : class
{
    private readonly Lock turn = new();
    private volatile Tuple<TPart, TMade>? kept;

    public TMade Of(TPart part)
    {
        if (kept is { } held && ReferenceEquals(held.Item1, part))
            return held.Item2;
        lock (turn)
        {
            if (kept?.Item1 is null || !ReferenceEquals(kept.Item1, part))
                kept = Tuple.Create(part, make(part));
            return kept.Item2;
        }
    }
}
