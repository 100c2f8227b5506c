using System.Collections;
using System.Runtime.CompilerServices;

namespace NetflixPrep.Core;

/// <summary>A list that never changes and is equal to another with equal items: what records need, and arrays are not.</summary>
[CollectionBuilder(typeof(Seq), nameof(Seq.Of))]
public sealed class Seq<T>(T[] items) : IReadOnlyList<T>, IEquatable<Seq<T>>
{
    public static Seq<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    /// <summary>The items with one more at the end; the old list stays as it was.</summary>
    public Seq<T> Add(T item) => new([.. items, item]);

    public ReadOnlySpan<T> AsSpan() => items;

    public bool Equals(Seq<T>? other) =>
        other is not null && (ReferenceEquals(this, other) || items.AsSpan().SequenceEqual(other.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as Seq<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", items)}]";

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

/// <summary>Ways to make a <see cref="Seq{T}"/>.</summary>
public static class Seq
{
    public static Seq<T> Of<T>(ReadOnlySpan<T> items) => items.IsEmpty ? Seq<T>.Empty : new(items.ToArray());

    public static Seq<T> ToSeq<T>(this IEnumerable<T> items) => items as Seq<T> ?? new([.. items]);
}
