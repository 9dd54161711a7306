namespace Suiying.Kernel;

/// <summary>One page of a list that is walked by key, never by offset, so that the thousandth page costs as much as the first.</summary>
/// <param name="Rows">At most the size asked for, in the list's order.</param>
/// <param name="Next">Opaque position after the last row; null at the end.</param>
public sealed record Slice<T>(IReadOnlyList<T> Rows, string? Next)
{
    public Slice<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Rows.Select(map)], Next);
}
