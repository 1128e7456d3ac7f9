/**
 * What the benchmark compares with: a Camunda application as people usually write it, with the starter's defaults and the lead as
 * process variables. Its models in {@code src/test/resources/stock} do the same steps as ours.
 *
 * <p>Outside of our packages, so that our service does not take its parts for its own.
 */
package stock;
