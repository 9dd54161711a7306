namespace Suiying.Engines.Urgency;

/// <summary>Which part of a request words stand in.</summary>
public enum TextPart
{
    /// <summary>标题.</summary>
    Title,

    /// <summary>正文.</summary>
    Body,
}

/// <summary>Words of the request as they stand there.</summary>
/// <param name="Part">Title or body.</param>
/// <param name="Start">Index of the first UTF-16 unit in that part, from 0.</param>
/// <param name="Length">UTF-16 units, at least 1.</param>
/// <param name="Text">The words themselves.</param>
public sealed record UrgencyWords(TextPart Part, int Start, int Length, string Text);

/// <summary>One reason to hurry, with the words that give it.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Grade">1 or 2, as <see cref="UrgencyReading.Grade"/>.</param>
/// <param name="Words">In the order of the text; several where only their meeting is a signal (电线 with 耷拉).</param>
public sealed record UrgencySignal(DangerKind Kind, int Grade, IReadOnlyList<UrgencyWords> Words);

/// <summary>How urgent a request reads, and why. A proposal to the agent, who decides.</summary>
/// <param name="Grade">1: life or property at risk now or about to be; 2: hours matter, nobody is in danger; 3: all else.</param>
/// <param name="Signals">The most urgent first, then in the order of the text; none where the grade is 3.</param>
public sealed record UrgencyReading(int Grade, IReadOnlyList<UrgencySignal> Signals);
