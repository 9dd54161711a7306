namespace Suiying.Engines.Topics;

/// <summary>
/// Numbers for features, and in how many items each occurs. A number that no item has any more is given anew, so a window that moves on for years does
/// not grow.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<uint, int> numbers = [];
    private readonly Stack<int> free = [];
    private uint[] keys = new uint[1024];
    private int[] carriers = new int[1024];

    /// <summary>One more than the largest number given.</summary>
    public int Size { get; private set; }

    public int Carriers(int number) => number < Size ? carriers[number] : 0;

    public uint Key(int number) => keys[number];

    public int? Find(uint key) => numbers.TryGetValue(key, out var number) ? number : null;

    public int Number(uint key)
    {
        if (numbers.TryGetValue(key, out var number))
            return number;
        if (!free.TryPop(out number))
            number = Size++;
        if (number >= keys.Length)
        {
            Array.Resize(ref keys, keys.Length * 2);
            Array.Resize(ref carriers, carriers.Length * 2);
        }
        (keys[number], carriers[number]) = (key, 0);
        numbers.Add(key, number);
        return number;
    }

    public void Take(int number) => carriers[number]++;

    /// <summary>True where nobody carries it any more.</summary>
    public bool Drop(int number)
    {
        if (--carriers[number] > 0)
            return false;
        numbers.Remove(keys[number]);
        free.Push(number);
        return true;
    }
}
