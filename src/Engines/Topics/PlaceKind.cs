namespace Suiying.Engines.Topics;

/// <summary>What a place name's ending says that it names.</summary>
internal enum PlaceKind : byte
{
    Estate,
    Road,
    Village,
    School,
    Hospital,
    Open,
    Town,
    District,
    Building,
    Phase,
    Unit,
    Group,
    Line,
    Ordinal,
}
