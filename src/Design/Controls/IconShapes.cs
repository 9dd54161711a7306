namespace Suiying.Design;

/// <summary>The shapes of <see cref="Icon"/>: constants of ours, never input, so they may be written as markup.</summary>
internal static class IconShapes
{
    private const string Ring = """<circle cx="12" cy="12" r="9"/>""";

    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        // States: each has a shape of its own, so that colour is never the only sign.
        ["registered"] = Ring,
        ["dispatched"] = Ring + """<path d="M8 12h8M12.5 8.5 16 12l-3.5 3.5"/>""",
        ["signed"] = """<path d="M4 19h16M6 15.5 15.5 6l2.5 2.5-9.5 9.5H6z"/>""",
        ["in-progress"] = Ring + """<path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" stroke="none"/>""",
        ["returned"] = """<path d="M9 5 4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3"/>""",
        ["replied"] = """<path d="M4 5h16v11h-9l-4.5 4v-4H4zM8 9h8M8 12h5"/>""",
        ["callback"] = Handset,
        ["closed"] =
            """<circle cx="12" cy="12" r="10" fill="currentColor"/><path d="m7.5 12.5 3 3 6-6.5" stroke="var(--green-soft)" stroke-width="2.5"/>""",
        ["not-accepted"] = Ring + """<path d="m6 18 12-12"/>""",
        ["answered"] = """<path d="M4 5h16v11h-9l-4.5 4v-4H4zM8.5 10.5l2.5 2.5 4.5-4.5"/>""",
        ["emergency"] =
            """<path d="M12 3 22 21H2z" fill="currentColor"/><path d="M12 10v5M12 18v.1" stroke="var(--red-solid)" stroke-width="2.4"/>""",
        ["withdrawn"] = """<circle cx="12" cy="12" r="9" stroke-dasharray="3.5 3.5"/><path d="M8 12h8"/>""",
        // Grades
        ["grade-1"] = """<path d="m5 12 7-7 7 7M5 20l7-7 7 7" stroke-width="3"/>""",
        ["grade-2"] = """<path d="m5 16 7-7 7 7" stroke-width="3"/>""",
        ["grade-3"] = """<path d="M5 12h14" stroke-width="3"/>""",
        ["grade-4"] = """<path d="m12 3 9 9-9 9-9-9z"/>""",
        // Time
        ["clock"] = Ring + """<path d="M12 7v5l3.5 2"/>""",
        ["half"] = Ring + """<path d="M12 7v5h4.5"/>""",
        ["warn"] = """<path d="M12 3.5 21.5 20h-19zM12 10v4.5M12 17.2v.1"/>""",
        ["over"] = """<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z"/><path d="M12 7.5v5.5M12 16.3v.1"/>""",
        ["check"] = """<path d="m4.5 12.5 5 5 10-11"/>""",
        // Things
        ["phone"] = Handset,
        ["pencil"] = """<path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4"/>""",
        ["search"] = """<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>""",
        ["list"] = """<path d="M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.1M4 12h.1M4 18h.1" stroke-width="2.2"/>""",
        ["person"] = """<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>""",
        ["place"] = """<path d="M12 21.5s7-6.3 7-11.8a7 7 0 0 0-14 0c0 5.5 7 11.8 7 11.8z"/><circle cx="12" cy="9.7" r="2.5"/>""",
        ["camera"] = """<path d="M3 8h4l2-3h6l2 3h4v11H3z"/><circle cx="12" cy="13" r="3.5"/>""",
        ["lock"] = """<path d="M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3"/>""",
        ["eye"] = """<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z"/><circle cx="12" cy="12" r="2.8"/>""",
        ["info"] = Ring + """<path d="M12 11v5.5M12 7.7v.1"/>""",
        ["size"] = """<path d="M2.5 19 8 5l5.5 14M4.5 14.5h7M15 19l3-8 3.5 8M16 16.5h4.5"/>""",
        ["inbox"] = """<path d="M3 13 6 4h12l3 9v7H3zM3 13h5.5l1.5 3h4l1.5-3H21"/>""",
        ["mail"] = """<path d="M3 5h18v14H3zM3 6l9 7 9-7"/>""",
        ["language"] = Ring + """<path d="M3 12h18M12 3c4 4 4 14 0 18M12 3c-4 4-4 14 0 18"/>""",
        ["left"] = """<path d="m14.5 5-7 7 7 7"/>""",
        ["right"] = """<path d="m9.5 5 7 7-7 7"/>""",
        ["out"] = """<path d="M10 4H4v16h6M14 8l4.5 4-4.5 4M9 12h9"/>""",
        ["print"] = """<path d="M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z"/>""",
        ["star"] = """<path d="m12 3 2.7 5.8 6.3.8-4.6 4.3 1.2 6.2-5.6-3.1-5.6 3.1 1.2-6.2L3 9.6l6.3-.8z"/>""",
    };

    private const string Handset =
        """<path d="M5 3.5h4l1.8 4.8-2.5 1.7a13 13 0 0 0 5.7 5.7l1.7-2.5 4.8 1.8v4a1.8 1.8 0 0 1-2 1.7C10.5 20 4 13.5 3.3 5.5a1.8 1.8 0 0 1 1.7-2z"/>""";

    public static string Of(string name) => Shapes.GetValueOrDefault(name, Ring);
}
