/** True in what `src/build/bundle` makes, unknown where modules are served as they are. */
declare var BUILT: boolean | undefined;
