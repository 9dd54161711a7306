namespace Suiying.Understanding.Model;

/// <summary>How fast a training may go.</summary>
/// <param name="Cores">At least 1; one where the city works beside it.</param>
/// <param name="Progress">Told from any thread how much of this model is done, 0 to 1.</param>
public sealed record TrainingPace(int Cores, Action<double>? Progress);

/// <summary>How far a learning is.</summary>
/// <param name="Read">Decisions read so far.</param>
/// <param name="Trained">How much of all models is trained, 0 to 1; null while decisions are still being read.</param>
public sealed record LearningStep(int Read, double? Trained);
