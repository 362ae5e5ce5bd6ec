package dev.parley.talk;

/**
 * A vector of which most elements are zero.
 *
 * @param index of the others, rising
 * @param value of each of these
 */
record Sparse(int[] index, float[] value) {

    static Sparse dense(float[] values) {
        int[] index = new int[values.length];
        for (int i = 0; i < index.length; i++) {
            index[i] = i;
        }
        return new Sparse(index, values);
    }
}
