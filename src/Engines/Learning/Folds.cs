namespace Suiying.Engines.Learning;

/// <summary>Deals letters into parts of which each holds about as much of every label; all copies of a letter come into one.</summary>
internal static class Folds
{
    /// <summary>The part of each text.</summary>
    public static int[] Deal(int[] letters, int[] labels, int parts, int labelCount)
    {
        var texts = Enumerable.Range(0, letters.Length).GroupBy(text => letters[text]).Select(letter => letter.ToArray()).ToArray();
        new Random(1).Shuffle(texts);
        var (folds, held, total) = (new int[letters.Length], new int[labelCount * parts], new int[parts]);
        foreach (var letter in texts)
        {
            var label = labels[letter[0]];
            var fold = Enumerable.Range(0, parts).MinBy(part => (held[label * parts + part], total[part]));
            foreach (var text in letter)
            {
                folds[text] = fold;
                held[labels[text] * parts + fold]++;
                total[fold]++;
            }
        }
        return folds;
    }
}
