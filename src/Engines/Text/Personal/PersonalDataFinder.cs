namespace Suiying.Engines.Text.Personal;

/// <summary>
/// Finds personal data in Chinese text: numbers by their form and check digits, names and home addresses by words around them. It runs in
/// process and knows no person; it finds most and not all, so a person still reads what is published.
/// </summary>
public static class PersonalDataFinder
{
    /// <summary>What was found, in the order of the text; finds do not overlap.</summary>
    /// <param name="text">As it was written; nothing of it is kept.</param>
    public static IReadOnlyList<PersonalDatum> Find(string text)
    {
        var folded = FoldedText.Of(text);
        var found = new List<PersonalDatum>();
        // What is surest comes first and keeps its place.
        Add(Handles.Emails(folded));
        Add(Numbers.Find(folded));
        Add(Handles.Accounts(folded));
        Add(Plates.Find(folded));
        var names = Names.Find(folded);
        Add(Addresses.Find(folded, [.. names.Where(n => n.Sure).Select(n => n.Datum)]));
        Add(names.Select(n => n.Datum));
        return [.. found.OrderBy(f => f.Start)];

        void Add(IEnumerable<PersonalDatum> more)
        {
            foreach (var each in more)
            {
                if (!found.Exists(f => f.Touches(each)))
                    found.Add(each);
            }
        }
    }
}
