namespace Suiying.Engines.Topics;

/// <summary>An item as it was read, its features and places still keys (see <see cref="Features"/>) and no numbers of an index.</summary>
/// <param name="Item">What was read.</param>
/// <param name="Features">Each key once; 1 where it is in the title, 2 where it is in a place's name.</param>
/// <param name="Places">Names first, then numbers, each once.</param>
/// <param name="TitleConcerns">See <see cref="Topics.Concerns"/>.</param>
/// <param name="Concerns">Of title and body.</param>
/// <param name="Author">Hash; 0 where nobody knows.</param>
/// <param name="Body">Hash of the folded body.</param>
internal sealed record ReadItem(
    MatterItem Item,
    (uint Key, byte Flags)[] Features,
    PlaceMark[] Places,
    ulong TitleConcerns,
    ulong Concerns,
    ulong Author,
    ulong Body
)
{
    /// <summary>The entry of an item that stays: the vocabulary learns what it does not know.</summary>
    public Entry Learnt(Vocabulary vocabulary) => Numbered(vocabulary.Number);

    /// <summary>The entry of an item that only asks: features that the vocabulary does not know get numbers that nothing else has.</summary>
    public Entry Asking(Vocabulary vocabulary)
    {
        var unknown = new Dictionary<uint, int>();
        return Numbered(key =>
        {
            if (vocabulary.Find(key) is { } number)
                return number;
            if (!unknown.TryGetValue(key, out number))
                unknown.Add(key, number = vocabulary.Size + unknown.Count);
            return number;
        });
    }

    private Entry Numbered(Func<uint, int> number)
    {
        var features = new int[Features.Length];
        for (var i = 0; i < features.Length; i++)
            features[i] = Entry.Pack(number(Features[i].Key), (Features[i].Flags & 1) != 0, (Features[i].Flags & 2) != 0);
        Array.Sort(features);
        return new Entry
        {
            Id = Item.Id,
            Title = Item.Title.Length > MatterItem.LongestTitle ? Item.Title[..MatterItem.LongestTitle] : Item.Title,
            At = Item.At,
            Author = Author,
            Likes = Math.Max(0, Item.Likes),
            Area = string.IsNullOrEmpty(Item.AreaCode) ? null : Item.AreaCode,
            Category = string.IsNullOrEmpty(Item.CategoryCode) ? null : Item.CategoryCode,
            Position = Item.Position,
            Features = features,
            Places = Array.ConvertAll(Places, p => p.IsNumber ? p : Numbered(p, number)),
            TitleConcerns = TitleConcerns,
            Concerns = Concerns,
            Body = Body,
        };
    }

    private static PlaceMark Numbered(PlaceMark mark, Func<uint, int> number)
    {
        int Number(int key) => number(unchecked((uint)key));
        return mark with { First = Number(mark.First), Second = mark.Second == -1 ? -1 : Number(mark.Second) };
    }
}
