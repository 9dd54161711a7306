namespace Suiying.Engines.Places;

/// <summary>One way to say one area.</summary>
/// <param name="Text">As <see cref="Spelling.Plain"/> writes it.</param>
/// <param name="Area">Index in the gazetteer.</param>
/// <param name="Ending">Length of the word of its level at the end, 0 where the name stands without it.</param>
/// <param name="Supposed">The word of the level is one that the area does not have: 某某乡 of what is a 镇, as it perhaps was once.</param>
internal sealed record NameForm(string Text, int Area, int Ending, bool Supposed = false)
{
    /// <summary>The word of the level stands behind the name.</summary>
    public bool Full => Ending > 0;

    /// <summary>Length of what stands before the word of the level.</summary>
    public int Body => Text.Length - Ending;
}
